import type { IDataObject, IHookFunctions, IWebhookFunctions } from 'n8n-workflow';

import { leverRawRequest, leverPage, leverRequest } from '../Lever/transport/request';
import { path } from '../shared/http/path';
import { toText } from '../shared/node/parameters';
import { asObject } from '../shared/object';
import { ORIGINS, supportsOrigins } from './events';

/** A webhook as Lever lists it, without its signature token (docs/lever-api.md, Webhooks). */
export interface ListedWebhook {
	id: string;
	event: string;
	url: string;
	origins: string[];
}

/** A webhook that this trigger created, with the signature token that Lever shows only then. */
export interface RegisteredWebhook {
	id: string;
	event: string;
	url: string;
	signatureToken: string;
}

/** The events that Lever is to send to a URL, for candidates of these origins (none: all). */
export interface DesiredWebhooks {
	url: string;
	events: string[];
	origins: string[];
}

/** What to do so that Lever has exactly one webhook for each desired event. */
export interface WebhookPlan {
	keep: RegisteredWebhook[];
	/** Ids of useless webhooks at our URL: duplicates, other events or origins, or their token is lost. */
	remove: string[];
	/** Events that need a new webhook. */
	create: string[];
}

/** What the trigger saves in the workflow's static data when it is activated. */
export interface TriggerStaticData {
	webhooks: RegisteredWebhook[];
	/** The IDs of the stages in its filters, by the text in the filter. */
	stageIds: Record<string, string>;
}

export function getStaticData(context: IHookFunctions | IWebhookFunctions): TriggerStaticData {
	const saved = context.getWorkflowStaticData('node') as Partial<TriggerStaticData>;
	return { webhooks: saved.webhooks ?? [], stageIds: saved.stageIds ?? {} };
}

/** Only while n8n activates or deactivates the trigger: n8n does not save what a delivery changes. */
export function saveStaticData(context: IHookFunctions, changes: Partial<TriggerStaticData>): void {
	Object.assign(context.getWorkflowStaticData('node'), changes);
}

/** Compares the desired webhooks with those that Lever lists and those that this trigger created. */
export function planWebhooks(
	desired: DesiredWebhooks,
	listed: ListedWebhook[],
	registered: RegisteredWebhook[],
): WebhookPlan {
	const events = [...new Set(desired.events)];
	const atOurUrl = listed.filter(({ url }) => url === desired.url);
	const atOldUrl = registered.filter(
		({ id, url }) => url !== desired.url && listed.some((webhook) => webhook.id === id),
	);
	const keep = events.flatMap((event) => {
		const usable = registered.find(
			(webhook) =>
				webhook.event === event &&
				webhook.signatureToken !== '' &&
				atOurUrl.some(
					(other) =>
						other.id === webhook.id &&
						other.event === event &&
						hasOrigins(event, other.origins, desired.origins),
				),
		);
		return usable ? [usable] : [];
	});
	return {
		keep,
		remove: [...atOurUrl, ...atOldUrl]
			.map(({ id }) => id)
			.filter((id) => !keep.some((webhook) => webhook.id === id)),
		create: events.filter((event) => !keep.some((webhook) => webhook.event === event)),
	};
}

/** Lever lists all origins when a webhook was created without any (docs/lever-api.md, Webhooks). */
function hasOrigins(event: string, listed: string[], desired: string[]): boolean {
	if (!supportsOrigins(event)) return true;
	if (desired.length === 0) return listed.length === 0 || listed.length >= ORIGINS.length;
	return listed.length === desired.length && desired.every((origin) => listed.includes(origin));
}

/** The webhooks of the account (docs/lever-api.md, Webhooks). Throws NodeApiError. */
export async function listWebhooks(context: IHookFunctions): Promise<ListedWebhook[]> {
	const { records } = await leverPage(context, {
		method: 'GET',
		path: '/webhooks',
		description: 'list the webhooks',
	});
	return records.map(({ id, event, url, configuration }) => {
		const { origins } = asObject(asObject(configuration).conditions);
		return {
			id: toText(id),
			event: toText(event),
			url: toText(url),
			origins: Array.isArray(origins) ? origins.map(toText) : [],
		};
	});
}

/** Creates a webhook and returns it with its signature token (docs/lever-api.md, Webhooks). Throws NodeApiError. */
export async function createWebhook(
	context: IHookFunctions,
	event: string,
	{ url, origins }: DesiredWebhooks,
): Promise<RegisteredWebhook> {
	const filter: IDataObject =
		supportsOrigins(event) && origins.length > 0
			? { configuration: { conditions: { origins } } }
			: {};
	const { id, configuration } = await leverRequest(context, {
		method: 'POST',
		path: '/webhooks',
		body: { event, url, ...filter },
		description: `create a webhook for ${event}`,
	});
	const { signatureToken } = asObject(configuration);
	return { id: toText(id), event, url, signatureToken: toText(signatureToken) };
}

/** Deletes a webhook unless it is gone already (docs/lever-api.md, Webhooks). Throws NodeApiError. */
export async function deleteWebhook(context: IHookFunctions, id: string): Promise<void> {
	await leverRawRequest(context, {
		method: 'DELETE',
		path: path`/webhooks/${id}`,
		accept404: true,
		description: `delete the webhook ${id}`,
	});
}
