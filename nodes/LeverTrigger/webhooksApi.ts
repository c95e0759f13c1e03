import type { IDataObject, IHookFunctions } from 'n8n-workflow';

import { asText } from '../shared/parameters';
import { path } from '../shared/path';
import { leverAnswer, leverRequest } from '../Lever/transport/request';
import { takesOrigins } from './events';
import type { ListedWebhook, OwnWebhook } from './registration';

/** The webhooks of the account (contract lever §2.11). Throws NodeApiError. */
export async function listWebhooks(context: IHookFunctions): Promise<ListedWebhook[]> {
	const { body } = await leverAnswer(context, {
		method: 'GET',
		path: '/webhooks',
		task: 'list the webhooks',
	});
	const { data } = (body ?? {}) as { data?: unknown };
	return (Array.isArray(data) ? (data as IDataObject[]) : []).map((webhook) => ({
		id: asText(webhook.id),
		event: asText(webhook.event),
		url: asText(webhook.url),
		origins: originsOf(webhook),
	}));
}

/** Makes one webhook and gives it with its signature token, which is shown only now (contract lever §2.11). Throws NodeApiError. */
export async function createWebhook(
	context: IHookFunctions,
	event: string,
	url: string,
	origins: string[],
): Promise<OwnWebhook> {
	const conditions =
		takesOrigins(event) && origins.length > 0 ? { configuration: { conditions: { origins } } } : {};
	const webhook = await leverRequest(context, {
		method: 'POST',
		path: '/webhooks',
		body: { event, url, ...conditions },
		task: `register a webhook for ${event}`,
	});
	const { signatureToken } = (webhook.configuration ?? {}) as IDataObject;
	return { id: asText(webhook.id), event, url, signatureToken: asText(signatureToken) };
}

/** Removes a webhook; one that is gone already is fine. Throws NodeApiError. */
export async function deleteWebhook(context: IHookFunctions, id: string): Promise<void> {
	await leverAnswer(context, {
		method: 'DELETE',
		path: path`/webhooks/${id}`,
		accept404: true,
		task: `remove the webhook ${id}`,
	});
}

function originsOf({ configuration }: IDataObject): string[] {
	const conditions = (configuration as IDataObject | undefined)?.conditions as
		IDataObject | undefined;
	return Array.isArray(conditions?.origins) ? conditions.origins.map(asText) : [];
}
