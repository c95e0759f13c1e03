import type { IHookFunctions, JsonObject } from 'n8n-workflow';
import { NodeApiError, NodeOperationError } from 'n8n-workflow';

import { leverAccount } from '../Lever/transport/account';
import { parseList } from '../shared/node/parameters';
import {
	createWebhook,
	deleteWebhook,
	getStaticData,
	listWebhooks,
	planWebhooks,
	saveStaticData,
	type DesiredWebhooks,
	type RegisteredWebhook,
} from './leverWebhooks';
import { hasManualWebhooks, readCredential } from './signatureTokens';
import { cacheStageIds } from './stages';

/** Whether Lever has exactly the webhooks that this trigger needs. Also finds the stages in its filters. Throws NodeApiError or NodeOperationError. */
export async function webhooksExist(context: IHookFunctions): Promise<boolean> {
	await cacheStageIds(context);
	const desired = getDesiredWebhooks(context);
	const { webhooks } = getStaticData(context);
	if (hasManualWebhooks(context)) {
		await requireSignatureTokens(context);
		return webhooks.length === 0;
	}
	const plan = planWebhooks(desired, await listWebhooks(context), webhooks);
	return plan.create.length === 0 && plan.remove.length === 0;
}

/**
 * Creates the missing webhooks, one for each event, and deletes useless ones at our URL. When one cannot be created, the
 * ones created before it are deleted again. With manual webhooks, those that the trigger created earlier are deleted.
 * Throws NodeApiError or NodeOperationError.
 */
export async function createWebhooks(context: IHookFunctions): Promise<void> {
	if (hasManualWebhooks(context)) {
		await deleteWebhooks(context);
		return;
	}
	const desired = getDesiredWebhooks(context);
	await requireReachableUrl(context, desired.url);
	const plan = planWebhooks(desired, await listWebhooks(context), getStaticData(context).webhooks);
	for (const id of plan.remove) await deleteWebhook(context, id);
	saveStaticData(context, { webhooks: plan.keep });
	const created: RegisteredWebhook[] = [];
	try {
		for (const event of plan.create) {
			const webhook = await createWebhook(context, event, desired);
			created.push(webhook);
			if (webhook.id === '') throw incompleteWebhookError(context, event, 'ID');
			if (webhook.signatureToken === '')
				throw incompleteWebhookError(context, event, 'signature token');
		}
	} catch (error) {
		await rollback(context, desired.url, created, plan.keep);
		throw error instanceof NodeOperationError
			? error
			: new NodeApiError(context.getNode(), error as JsonObject);
	}
	saveStaticData(context, { webhooks: [...plan.keep, ...created] });
}

/**
 * Deletes the webhooks that this trigger created and, unless webhooks are manual, any other at its URL. One that cannot be
 * deleted does not block the others. Throws NodeApiError.
 */
export async function deleteWebhooks(context: IHookFunctions): Promise<void> {
	const { webhooks } = getStaticData(context);
	const isManual = hasManualWebhooks(context);
	if (isManual && webhooks.length === 0) return;
	const ids = isManual
		? webhooks.map(({ id }) => id).filter((id) => id !== '')
		: planWebhooks(
				{ url: getUrl(context), events: [], origins: [] },
				await listWebhooks(context),
				webhooks,
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
	saveStaticData(context, { webhooks: [] });
}

/**
 * Deletes what a failed activation left at our URL, including a webhook whose creation Lever never confirmed. Never throws:
 * the user must see why the activation failed, and the next one deletes what is left.
 */
async function rollback(
	context: IHookFunctions,
	url: string,
	created: RegisteredWebhook[],
	keep: RegisteredWebhook[],
): Promise<void> {
	const ids = new Set(created.map(({ id }) => id).filter((id) => id !== ''));
	try {
		const kept = new Set(keep.map(({ id }) => id));
		const listed = await listWebhooks(context);
		for (const webhook of listed)
			if (webhook.url === url && !kept.has(webhook.id)) ids.add(webhook.id);
	} catch (error) {
		context.logger.warn(
			'The Lever Trigger could not list the webhooks that a failed activation left in Lever',
			{ error },
		);
	}
	for (const id of ids) {
		try {
			await deleteWebhook(context, id);
		} catch (error) {
			context.logger.warn(
				`The Lever Trigger could not delete the webhook ${id} that a failed activation left in Lever`,
				{ error },
			);
		}
	}
}

function getDesiredWebhooks(context: IHookFunctions): DesiredWebhooks {
	const events = parseList(context.getNodeParameter('events', []));
	if (events.length === 0) {
		throw new NodeOperationError(context.getNode(), 'No event is selected', {
			description: 'Select at least one event in the Lever Trigger.',
		});
	}
	return {
		url: getUrl(context),
		events,
		origins: parseList(context.getNodeParameter('origins', [])),
	};
}

function getUrl(context: IHookFunctions): string {
	return context.getNodeWebhookUrl('default') ?? '';
}

/** Fails the activation if the trigger would reject every delivery. */
async function requireSignatureTokens(context: IHookFunctions): Promise<void> {
	if (context.getNodeParameter('options.allowUnsigned', false) === true) return;
	if ((await readCredential(context)).length > 0) return;
	throw new NodeOperationError(
		context.getNode(),
		'The Lever Trigger has no signature token to verify deliveries with',
		{
			description:
				"Copy the signature token of each webhook from Lever's settings into a Lever Webhook API credential, and select it in the Lever Trigger.",
		},
	);
}

/** Lever delivers to https only (docs/lever-api.md, Acknowledgement and retries); another host, such as the sandbox, may be local. */
async function requireReachableUrl(context: IHookFunctions, url: string): Promise<void> {
	const { baseUrl } = await leverAccount(context);
	if (!new URL(baseUrl).hostname.endsWith('.lever.co') || url.startsWith('https://')) return;
	throw new NodeOperationError(context.getNode(), 'Lever only delivers webhooks to https URLs', {
		description:
			'The webhook URL of this n8n instance is not https. Set WEBHOOK_URL to a public https URL.',
	});
}

function incompleteWebhookError(
	context: IHookFunctions,
	event: string,
	missing: string,
): NodeOperationError {
	return new NodeOperationError(
		context.getNode(),
		`Lever returned no ${missing} for the ${event} webhook`,
		{
			description:
				"The webhook can't be used without it, so it was deleted. Publish the workflow again, or create the webhook manually in Lever.",
		},
	);
}
