import type { IHookFunctions, JsonObject } from 'n8n-workflow';
import { NodeApiError, NodeOperationError } from 'n8n-workflow';

import { leverAccount } from '../Lever/transport/account';
import { leverList } from '../Lever/transport/request';
import { asText } from '../shared/parameters';
import { memoryIn } from './memory';
import { planRegistration, type OwnWebhook, type Wanted } from './registration';
import { resolveStages } from './stages';
import { createWebhook, deleteWebhook, listWebhooks } from './webhooksApi';

/** Whether Lever has just the webhooks that this trigger wants. Finds out the ids of the stages in its filters on the way. */
export async function registrationIsComplete(context: IHookFunctions): Promise<boolean> {
	await rememberStages(context);
	if (isManual(context)) return true;
	const memory = memoryIn(context.getWorkflowStaticData('node'));
	const plan = planRegistration(wantedOf(context), await listWebhooks(context), memory.webhooks);
	return plan.create.length === 0 && plan.remove.length === 0;
}

/**
 * Makes the missing webhooks, one for each event, and removes those at our URL that are of no use. When one cannot be
 * made, those made before it are removed again. Throws NodeApiError or NodeOperationError.
 */
export async function register(context: IHookFunctions): Promise<void> {
	if (isManual(context)) return;
	const wanted = wantedOf(context);
	await refuseUnreachableUrl(context, wanted.url);
	const memory = memoryIn(context.getWorkflowStaticData('node'));
	const plan = planRegistration(wanted, await listWebhooks(context), memory.webhooks);
	for (const id of plan.remove) await deleteWebhook(context, id);
	memory.webhooks = plan.keep;
	const made: OwnWebhook[] = [];
	try {
		for (const event of plan.create) made.push(await createWebhook(context, event, wanted.url, wanted.origins));
	} catch (error) {
		await removeAll(context, made);
		throw new NodeApiError(context.getNode(), error as JsonObject);
	}
	const unverifiable = made.find(({ signatureToken }) => signatureToken === '');
	if (unverifiable) {
		await removeAll(context, made);
		throw withoutToken(context, unverifiable.event);
	}
	memory.webhooks = [...plan.keep, ...made];
}

/** Removes the webhooks of this trigger from Lever: those it remembers, and any other at its URL. Throws NodeApiError. */
export async function unregister(context: IHookFunctions): Promise<void> {
	if (isManual(context)) return;
	const memory = memoryIn(context.getWorkflowStaticData('node'));
	const listed = await listWebhooks(context);
	const { remove } = planRegistration({ ...wantedOf(context), events: [] }, listed, memory.webhooks);
	for (const id of remove) await deleteWebhook(context, id);
	memory.webhooks = [];
}

async function removeAll(context: IHookFunctions, webhooks: OwnWebhook[]): Promise<void> {
	for (const { id } of webhooks) await deleteWebhook(context, id);
}

function isManual(context: IHookFunctions): boolean {
	return context.getNodeParameter('registration', 'api') === 'manual';
}

function wantedOf(context: IHookFunctions): Wanted {
	const events = listParameter(context, 'events');
	if (events.length === 0) {
		throw new NodeOperationError(context.getNode(), 'No event is chosen', {
			description: 'Choose at least one event that starts the workflow.',
		});
	}
	return { url: context.getNodeWebhookUrl('default') ?? '', events, origins: listParameter(context, 'origins') };
}

async function rememberStages(context: IHookFunctions): Promise<void> {
	const given = [...listParameter(context, 'toStages'), ...listParameter(context, 'fromStages')];
	const memory = memoryIn(context.getWorkflowStaticData('node'));
	if (given.length === 0) {
		memory.stageIds = {};
		return;
	}
	const records = await leverList(context, { method: 'GET', path: '/stages', task: 'list the stages' });
	const stages = records.map(({ id, text }) => ({ id: asText(id), text: asText(text) }));
	const { ids, unknown, ambiguous } = resolveStages(given, stages);
	if (unknown.length > 0 || ambiguous.length > 0) {
		throw new NodeOperationError(
			context.getNode(),
			unknown.length > 0 ? `Lever has no stage "${unknown.join('", "')}"` : `Several stages in Lever are called "${ambiguous.join('", "')}"`,
			{ description: `Choose the stage from the list in the Lever Trigger. The account has: ${stages.map(({ text }) => text).join(', ')}.` },
		);
	}
	memory.stageIds = ids;
}

/** Lever delivers to https only (contract lever §3.5); a service other than Lever's own may be on this machine. */
async function refuseUnreachableUrl(context: IHookFunctions, url: string): Promise<void> {
	const { baseUrl } = await leverAccount(context);
	if (!new URL(baseUrl).hostname.endsWith('lever.co') || url.startsWith('https://')) return;
	throw new NodeOperationError(context.getNode(), 'Lever delivers webhooks to https addresses only', {
		description: 'This n8n says that its address is plain http. Give it a public https address and set WEBHOOK_URL to it.',
	});
}

function withoutToken(context: IHookFunctions, event: string): NodeOperationError {
	return new NodeOperationError(context.getNode(), `Lever gave no signature token for the webhook of ${event}`, {
		description: 'Its deliveries could not be verified, so it was removed again. Try once more, or make the webhook by hand in Lever.',
	});
}

function listParameter(context: IHookFunctions, name: string): string[] {
	const value = context.getNodeParameter(name, []);
	return (Array.isArray(value) ? value : [value]).map(asText).filter((entry) => entry !== '');
}
