import type { IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';

import { parseList } from '../shared/node/parameters';
import { isDuplicateDelivery } from '../shared/webhook/deduplicate';
import { isTooLarge, parseBody, respond } from '../shared/webhook/request';
import { matchesBasicAuth } from './basicAuth';
import { getCredential, isUnauthenticated } from './credential';
import { matchesFilters, type EventFilters } from './events';
import { parseDelivery } from './parseDelivery';

/**
 * Answers a delivery, and starts the workflow when user and password are right, it passes the filters and is no duplicate
 * (docs/harver-api.md, Webhooks). Calls no service: the next node reads the application.
 */
export async function handleWebhook(context: IWebhookFunctions): Promise<IWebhookResponseData> {
	const request = context.getRequestObject();
	if (!(await isAuthorized(context, request.headers.authorization))) {
		context
			.getResponseObject()
			.setHeader('WWW-Authenticate', 'Basic realm="Harver Trigger", charset="UTF-8"');
		return respond(context, 401, 'The user or password is missing or wrong.');
	}
	if (isTooLarge(request))
		return respond(context, 413, 'The body is too large for a Harver webhook.');
	const delivery = parseDelivery(parseBody(request));
	if (!delivery) return respond(context, 400, 'The body is not a Harver webhook.');
	if (!matchesFilters(getFilters(context), delivery.item))
		return respond(context, 200, 'Event filtered out.');
	if (isDuplicateDelivery(context, [delivery.deduplicationKey]))
		return respond(context, 200, 'Duplicate delivery ignored.');
	return { workflowData: [[{ json: delivery.item }]] };
}

async function isAuthorized(
	context: IWebhookFunctions,
	header: string | undefined,
): Promise<boolean> {
	if (isUnauthenticated(context)) return true;
	const credential = await getCredential(context);
	return credential !== undefined && matchesBasicAuth(header, credential);
}

function getFilters(context: IWebhookFunctions): EventFilters {
	return {
		eventTypes: parseList(context.getNodeParameter('events', [])),
		accountIds: parseList(context.getNodeParameter('account', '', { extractValue: true })),
		statuses: parseList(context.getNodeParameter('statuses', [])),
	};
}
