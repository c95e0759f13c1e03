import type { IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';

import { parseList } from '../shared/node/parameters';
import { isDuplicateDelivery } from '../shared/webhook/deduplicate';
import { parseBody, isTooLarge, respond } from '../shared/webhook/request';
import { carriesLogin } from './basicAuth';
import { readDelivery } from './delivery';
import { passes, type Filters } from './filters';
import { isOpen, loginOf } from './login';
import { memoryIn } from './memory';

/**
 * Answers a delivery and starts the workflow when it carries the login, is new and passes the filters (docs/harver-api.md, Webhooks). Asks no service: the application is read by the next node.
 */
export async function receive(context: IWebhookFunctions): Promise<IWebhookResponseData> {
	const request = context.getRequestObject();
	if (!(await mayDeliver(context, request.headers.authorization))) {
		context
			.getResponseObject()
			.setHeader('WWW-Authenticate', 'Basic realm="Harver Trigger", charset="UTF-8"');
		return respond(context, 401, 'The user and the password are missing or wrong.');
	}
	if (isTooLarge(request))
		return respond(context, 413, 'The body is too large for a Harver webhook.');
	const delivery = readDelivery(parseBody(request));
	if (!delivery) return respond(context, 400, 'The body is not a Harver webhook.');
	if (!passes(filtersOf(context), delivery.item)) return respond(context, 200, 'Not asked for.');
	const { deliveries } = memoryIn(context.getWorkflowStaticData('node'));
	if (isDuplicateDelivery(context, [delivery.fingerprint], deliveries))
		return respond(context, 200, 'Received before.');
	return { workflowData: [[{ json: delivery.item }]] };
}

async function mayDeliver(
	context: IWebhookFunctions,
	authorization: string | undefined,
): Promise<boolean> {
	if (isOpen(context)) return true;
	const login = await loginOf(context);
	return login !== undefined && carriesLogin(authorization, login);
}

function filtersOf(context: IWebhookFunctions): Filters {
	return {
		kinds: parseList(context.getNodeParameter('events', [])),
		accountIds: parseList(context.getNodeParameter('account', '', { extractValue: true })),
		statuses: parseList(context.getNodeParameter('statuses', [])),
	};
}
