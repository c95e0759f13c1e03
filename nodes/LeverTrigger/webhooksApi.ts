import type { IDataObject, IHookFunctions } from 'n8n-workflow';

import { toText } from '../shared/node/parameters';
import { path } from '../shared/http/path';
import { leverAnswer, leverRequest } from '../Lever/transport/request';
import { takesOrigins } from './events';
import type { ListedWebhook, OwnWebhook } from './registration';

/** The webhooks of the account (docs/lever-api.md, Webhooks). Throws NodeApiError. */
export async function listWebhooks(context: IHookFunctions): Promise<ListedWebhook[]> {
	const { body } = await leverAnswer(context, {
		method: 'GET',
		path: '/webhooks',
		description: 'list the webhooks',
	});
	const { data } = (body ?? {}) as { data?: unknown };
	return (Array.isArray(data) ? (data as IDataObject[]) : []).map((webhook) => ({
		id: toText(webhook.id),
		event: toText(webhook.event),
		url: toText(webhook.url),
		origins: originsOf(webhook),
	}));
}

/** Makes one webhook and gives it with its signature token, which is shown only now (docs/lever-api.md, Webhooks). Throws NodeApiError. */
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
		description: `register a webhook for ${event}`,
	});
	const { signatureToken } = (webhook.configuration ?? {}) as IDataObject;
	return { id: toText(webhook.id), event, url, signatureToken: toText(signatureToken) };
}

/** Removes a webhook; one that is gone already is fine. Throws NodeApiError. */
export async function deleteWebhook(context: IHookFunctions, id: string): Promise<void> {
	await leverAnswer(context, {
		method: 'DELETE',
		path: path`/webhooks/${id}`,
		accept404: true,
		description: `remove the webhook ${id}`,
	});
}

function originsOf({ configuration }: IDataObject): string[] {
	const conditions = (configuration as IDataObject | undefined)?.conditions as
		IDataObject | undefined;
	return Array.isArray(conditions?.origins) ? conditions.origins.map(toText) : [];
}
