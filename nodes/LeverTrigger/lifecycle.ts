import type { IHookFunctions, JsonObject } from 'n8n-workflow';
import { NodeApiError, NodeOperationError } from 'n8n-workflow';

import { leverAccount } from '../Lever/transport/account';
import { parseList } from '../shared/node/parameters';
import { memoryIn } from './memory';
import { rememberStages } from './rememberStages';
import { planRegistration, type OwnWebhook, type Wanted } from './registration';
import { isManual, tokensInCredential } from './signatureTokens';
import { createWebhook, deleteWebhook, listWebhooks } from './webhooksApi';

/** Whether Lever has just the webhooks that this trigger wants. Finds out the ids of the stages in its filters on the way. */
export async function registrationIsComplete(context: IHookFunctions): Promise<boolean> {
	const memory = memoryIn(context.getWorkflowStaticData('node'));
	await rememberStages(context, memory);
	const wanted = wantedOf(context);
	if (isManual(context)) {
		await requireSignatureTokens(context);
		return memory.webhooks.length === 0;
	}
	const plan = planRegistration(wanted, await listWebhooks(context), memory.webhooks);
	return plan.create.length === 0 && plan.remove.length === 0;
}

/**
 * Makes the missing webhooks, one for each event, and removes those at our URL that are of no use. When one cannot be
 * made, those made before it are removed again. With webhooks made by hand, those that the trigger made earlier go.
 * Throws NodeApiError or NodeOperationError.
 */
export async function register(context: IHookFunctions): Promise<void> {
	if (isManual(context)) {
		await unregister(context);
		return;
	}
	const wanted = wantedOf(context);
	await refuseUnreachableUrl(context, wanted.url);
	const memory = memoryIn(context.getWorkflowStaticData('node'));
	const plan = planRegistration(wanted, await listWebhooks(context), memory.webhooks);
	for (const id of plan.remove) await deleteWebhook(context, id);
	memory.webhooks = plan.keep;
	const made: OwnWebhook[] = [];
	try {
		for (const event of plan.create) {
			const webhook = await createWebhook(context, event, wanted.url, wanted.origins);
			made.push(webhook);
			if (webhook.signatureToken === '') throw withoutToken(context, event);
		}
	} catch (error) {
		await undo(context, wanted.url, made, plan.keep);
		throw error instanceof NodeOperationError
			? error
			: new NodeApiError(context.getNode(), error as JsonObject);
	}
	memory.webhooks = [...plan.keep, ...made];
}

/**
 * Removes the webhooks of this trigger from Lever: those it remembers and, unless webhooks are made by hand, any other at
 * its URL. One that cannot be removed does not keep the others. Throws NodeApiError.
 */
export async function unregister(context: IHookFunctions): Promise<void> {
	const memory = memoryIn(context.getWorkflowStaticData('node'));
	if (isManual(context) && memory.webhooks.length === 0) return;
	const ids = isManual(context)
		? memory.webhooks.map(({ id }) => id).filter((id) => id !== '')
		: planRegistration(
				{ url: urlOf(context), events: [], origins: [] },
				await listWebhooks(context),
				memory.webhooks,
			).remove;
	const failures: unknown[] = [];
	for (const id of ids) {
		try {
			await deleteWebhook(context, id);
		} catch (error) {
			failures.push(error);
		}
	}
	if (failures.length > 0) throw new NodeApiError(context.getNode(), failures[0] as JsonObject);
	memory.webhooks = [];
}

/**
 * Removes what a registration that failed has left at our URL, also what Lever made without our hearing of it. Never
 * throws: why the registration failed is what the user has to see, and the next activation removes what is left.
 */
async function undo(
	context: IHookFunctions,
	url: string,
	made: OwnWebhook[],
	keep: OwnWebhook[],
): Promise<void> {
	const ids = new Set(made.map(({ id }) => id).filter((id) => id !== ''));
	try {
		const kept = new Set(keep.map(({ id }) => id));
		const listed = await listWebhooks(context);
		for (const webhook of listed)
			if (webhook.url === url && !kept.has(webhook.id)) ids.add(webhook.id);
	} catch (error) {
		context.logger.warn(
			'The Lever Trigger could not look for webhooks that a failed activation left in Lever',
			{ error },
		);
	}
	for (const id of ids) {
		try {
			await deleteWebhook(context, id);
		} catch (error) {
			context.logger.warn(
				`The Lever Trigger could not remove the webhook ${id} that a failed activation left in Lever`,
				{ error },
			);
		}
	}
}

function wantedOf(context: IHookFunctions): Wanted {
	const events = parseList(context.getNodeParameter('events', []));
	if (events.length === 0) {
		throw new NodeOperationError(context.getNode(), 'No event is chosen', {
			description: 'Choose at least one event that starts the workflow.',
		});
	}
	return {
		url: urlOf(context),
		events,
		origins: parseList(context.getNodeParameter('origins', [])),
	};
}

function urlOf(context: IHookFunctions): string {
	return context.getNodeWebhookUrl('default') ?? '';
}

/** A trigger that would refuse every delivery must not look active. */
async function requireSignatureTokens(context: IHookFunctions): Promise<void> {
	if (context.getNodeParameter('options.allowUnsigned', false) === true) return;
	if ((await tokensInCredential(context)).length > 0) return;
	throw new NodeOperationError(
		context.getNode(),
		'The Lever Trigger has no signature token to verify deliveries with',
		{
			description:
				"Copy the signature token of each webhook from Lever's settings into a Lever Webhook API credential, and choose it in the Lever Trigger.",
		},
	);
}

/** Lever delivers to https only (docs/lever-api.md, Acknowledgement and retries); a service other than Lever's own may be on this machine. */
async function refuseUnreachableUrl(context: IHookFunctions, url: string): Promise<void> {
	const { baseUrl } = await leverAccount(context);
	if (!new URL(baseUrl).hostname.endsWith('.lever.co') || url.startsWith('https://')) return;
	throw new NodeOperationError(
		context.getNode(),
		'Lever delivers webhooks to https addresses only',
		{
			description:
				'This n8n says that its address is plain http. Give it a public https address and set WEBHOOK_URL to it.',
		},
	);
}

function withoutToken(context: IHookFunctions, event: string): NodeOperationError {
	return new NodeOperationError(
		context.getNode(),
		`Lever gave no signature token for the webhook of ${event}`,
		{
			description:
				'Its deliveries could not be verified, so it was removed again. Try once more, or make the webhook by hand in Lever.',
		},
	);
}
