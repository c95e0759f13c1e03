import { createHmac } from 'node:crypto';

import type { INodeParameters } from 'n8n-workflow';
import nock from 'nock';

import {
	activate,
	callWebhook,
	type CredentialStore,
	type HarnessOptions,
	type WebhookCall,
	type WebhookResult,
	type WorkflowJson,
} from '../../harness';

export const URL = 'https://n8n.example.org/webhook/hook/webhook';
/** Of the first webhook that `LeverOnTheWire` creates. */
export const TOKEN = 'signature-token-of-webhook-1';
export const TEST_URL = 'https://n8n.example.org/webhook-test/hook/webhook';
export const CREDENTIALS: CredentialStore = { leverApi: { apiKey: 'key', requestsPerSecond: 100 } };
const ORIGINS = ['applied', 'sourced', 'referred', 'university', 'agency', 'internal'];

export interface FakeWebhook {
	id: string;
	event: string;
	url: string;
	configuration: { conditions: { origins: string[] }; signatureToken?: string };
}

export interface Asked {
	method: string;
	path: string;
	body?: unknown;
}

/** An answer that replaces Lever's usual one. */
type Instead = (asked: Asked) => [number, unknown] | undefined;

/** Lever's webhooks and stages on the wire (docs/lever-api.md, Webhooks): what it holds, and all that it was asked. */
export class LeverOnTheWire {
	webhooks: FakeWebhook[] = [];
	asked: Asked[] = [];
	instead: Instead = () => undefined;
	stages = [
		{ id: 'stage-screen', text: 'Screen' },
		{ id: 'stage-offer', text: 'Offer' },
		{ id: 'stage-twin-1', text: 'Twin' },
		{ id: 'stage-twin-2', text: 'twin' },
	];
	private made = 0;

	constructor() {
		const scope = nock('https://api.lever.co', {
			reqheaders: { authorization: `Basic ${Buffer.from('key:').toString('base64')}` },
		}).persist();
		const answer =
			(method: string, act: (path: string, body: unknown) => [number, unknown]) =>
			(uri: string, body: unknown) => {
				const asked = {
					method,
					path: uri.replace('/v1', '').replace(/\?.*$/u, ''),
					...(body === '' ? {} : { body }),
				};
				this.asked.push(asked);
				return this.instead(asked) ?? act(asked.path, body);
			};
		scope
			.get('/v1/webhooks')
			.reply(answer('GET', () => [200, { data: this.webhooks.map(withoutToken) }]));
		scope
			.get('/v1/stages')
			.query(true)
			.reply(answer('GET', () => [200, { data: this.stages, hasNext: false }]));
		scope
			.post('/v1/webhooks')
			.reply(
				answer('POST', (_path, body) => [201, { data: this.add(body as Partial<FakeWebhook>) }]),
			);
		scope.delete(/^\/v1\/webhooks\/[^/]+$/u).reply(answer('DELETE', (path) => this.remove(path)));
	}

	/** A webhook that Lever holds, as if it had been made. */
	add({
		event = 'candidateStageChange',
		url = URL,
		configuration,
	}: Partial<FakeWebhook>): FakeWebhook {
		const id = `webhook-${(++this.made).toString()}`;
		const signatureToken = `signature-token-of-${id}`;
		const webhook = {
			id,
			event,
			url,
			configuration: {
				conditions: { origins: configuration?.conditions.origins ?? ORIGINS },
				signatureToken,
			},
		};
		this.webhooks.push(webhook);
		return webhook;
	}

	/** The requests of a kind, since the start or the last `forget`. */
	requests(method: string): Asked[] {
		return this.asked.filter((asked) => asked.method === method);
	}

	forget(): void {
		this.asked = [];
	}

	private remove(path: string): [number, unknown] {
		const id = path.split('/').at(-1);
		if (!this.webhooks.some((webhook) => webhook.id === id))
			return [404, { code: 'ResourceNotFound', message: 'not found' }];
		this.webhooks = this.webhooks.filter((webhook) => webhook.id !== id);
		return [204, ''];
	}
}

function withoutToken({ configuration: { conditions }, ...webhook }: FakeWebhook): unknown {
	return { ...webhook, configuration: { conditions }, createdAt: 1, updatedAt: 1 };
}

let workflows = 0;

/** A workflow that consists of a Lever Trigger. Each has its own id, so that one test's deliveries are no duplicates in another. */
export function leverTrigger(
	parameters: INodeParameters = {},
	credentials = ['leverApi', 'leverWebhookApi'],
): WorkflowJson {
	return {
		id: `lever-trigger-${(++workflows).toString()}`,
		nodes: [
			{
				id: 'trigger',
				name: 'Lever Trigger',
				type: 'n8n-nodes-lever-harver.leverTrigger',
				typeVersion: 1,
				position: [0, 0],
				webhookId: 'hook',
				parameters,
				credentials: Object.fromEntries(
					credentials.map((type) => [type, { id: type, name: type }]),
				),
			},
		],
		connections: {},
	};
}

/** What Lever sends, signed with a signature token. */
export function signed(
	signatureToken: string,
	fields: Record<string, unknown> = {},
): Record<string, unknown> {
	const body: Record<string, unknown> = {
		id: 'event-1',
		event: 'candidateStageChange',
		triggeredAt: Date.now(),
		token: 'a'.repeat(48),
		data: { opportunityId: 'opportunity-1', fromStageId: 'stage-screen', toStageId: 'stage-offer' },
		...fields,
	};
	const signature = createHmac('sha256', signatureToken)
		.update(`${String(body.token)}${String(body.triggeredAt)}`)
		.digest('hex');
	return { ...body, signature };
}

/** A Lever that delivers to one trigger. */
export function deliverTo(
	json: WorkflowJson,
	options: HarnessOptions,
): (
	body: unknown,
	headers?: Record<string, string>,
	call?: Pick<WebhookCall, 'startFails'>,
) => Promise<WebhookResult> {
	return async (body, headers = {}, call = {}) =>
		await callWebhook(json, options, { body, headers, ...call });
}

/** The items that a delivery started the workflow with; `undefined` when it did not. */
export function itemsOf({ run }: WebhookResult): unknown[] | undefined {
	return run?.jsonOf('Lever Trigger');
}

/** A trigger that has been activated. Lever is gone since then: any request to it fails. */
export async function activated(
	parameters: INodeParameters = {},
): Promise<ReturnType<typeof deliverTo>> {
	const lever = new LeverOnTheWire();
	const json = leverTrigger(parameters);
	const options: HarnessOptions = { credentials: CREDENTIALS, staticData: {} };
	await activate(json, options);
	expect(lever.webhooks).not.toEqual([]);
	nock.cleanAll();
	return deliverTo(json, options);
}

/** How many deliveries started the workflow. */
export function countStarted(results: WebhookResult[]): number {
	return results.filter(({ run }) => run !== undefined).length;
}
