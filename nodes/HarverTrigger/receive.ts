import type { IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';

import { textsIn } from '../shared/parameters';
import { receivedBefore } from '../shared/receivedBefore';
import { answer } from '../shared/webhookAnswer';
import { bodyOf, isTooLarge } from '../shared/webhookRequest';
import { carriesLogin } from './basicAuth';
import { readDelivery } from './delivery';
import { passes, type Filters } from './filters';
import { isOpen, loginOf } from './login';
import { memoryIn } from './memory';

/**
 * Answers a delivery and starts the workflow when it carries the login, is new and passes the filters (contract harver,
 * Webhooks from Harver). Asks no service: the application is read by the next node.
 */
export async function receive(context: IWebhookFunctions): Promise<IWebhookResponseData> {
	const request = context.getRequestObject();
	if (!(await mayDeliver(context, request.headers.authorization))) {
		context
			.getResponseObject()
			.setHeader('WWW-Authenticate', 'Basic realm="Harver Trigger", charset="UTF-8"');
		return answer(context, 401, 'The user and the password are missing or wrong.');
	}
	if (isTooLarge(request))
		return answer(context, 413, 'The body is too large for a Harver webhook.');
	const delivery = readDelivery(bodyOf(request));
	if (!delivery) return answer(context, 400, 'The body is not a Harver webhook.');
	if (!passes(filtersOf(context), delivery.item)) return answer(context, 200, 'Not asked for.');
	const { deliveries } = memoryIn(context.getWorkflowStaticData('node'));
	if (receivedBefore(context, [delivery.fingerprint], deliveries))
		return answer(context, 200, 'Received before.');
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
		kinds: textsIn(context.getNodeParameter('events', [])),
		accountIds: textsIn(context.getNodeParameter('account', '', { extractValue: true })),
		statuses: textsIn(context.getNodeParameter('statuses', [])),
	};
}
