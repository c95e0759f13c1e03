import type { INodeParameters } from 'n8n-workflow';

import {
	callWebhook,
	type HarnessOptions,
	type WebhookCall,
	type WebhookResult,
	type WorkflowJson,
} from '../../harness';

export const LOGIN = { user: 'harver', password: 'correct horse battery staple' };
export const APPLICATION = '5f0000000000000000000001';
export const ACCOUNT = '5c0000000000000000000001';

/** What Harver sends; the fields given replace those of a completion. */
export function webhook(
	fields: {
		event?: unknown;
		triggeredAt?: unknown;
		status?: unknown;
		applicationId?: unknown;
		accountId?: string;
	} = {},
): Record<string, unknown> {
	const {
		event = 'ProcessStatusHasChanged',
		triggeredAt = 1_760_000_000,
		status = 'new',
		applicationId = APPLICATION,
		accountId = ACCOUNT,
	} = fields;
	return {
		triggeredAt,
		event,
		data: { type: 'applications', id: applicationId, attributes: { status } },
		relationships: { account: { data: { type: 'accounts', id: accountId } } },
	};
}

/** The `Authorization` header with a login. */
export function basic(user: string, password: string): { authorization: string } {
	return { authorization: `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}` };
}

let workflows = 0;

/** A workflow that consists of a Harver Trigger. Each has its own id, so that one test's deliveries are no duplicates in another. */
export function harverTrigger(
	parameters: INodeParameters = {},
	credentials = ['harverWebhookApi'],
): WorkflowJson {
	return {
		id: `harver-trigger-${(++workflows).toString()}`,
		nodes: [
			{
				id: 'trigger',
				name: 'Harver Trigger',
				type: 'n8n-nodes-lever-harver.harverTrigger',
				typeVersion: 1,
				position: [0, 0],
				parameters,
				credentials: Object.fromEntries(
					credentials.map((type) => [type, { id: type, name: type }]),
				),
			},
		],
		connections: {},
	};
}

/** A Harver that delivers to one trigger, with the right login unless it is given other headers. */
export function deliverTo(
	json: WorkflowJson,
	options: HarnessOptions = {},
): (
	body: unknown,
	headers?: Record<string, string>,
	call?: Pick<WebhookCall, 'startFails'>,
) => Promise<WebhookResult> {
	const all: HarnessOptions = {
		credentials: { harverWebhookApi: LOGIN },
		staticData: {},
		...options,
	};
	return async (body, headers = basic(LOGIN.user, LOGIN.password), call = {}) =>
		await callWebhook(json, all, { body, headers, ...call });
}

/** The items that a delivery started the workflow with; `undefined` when it did not. */
export function itemsOf({ run }: WebhookResult): unknown[] | undefined {
	return run?.jsonOf('Harver Trigger');
}
