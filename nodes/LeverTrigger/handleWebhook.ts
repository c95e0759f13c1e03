import type { IDataObject, IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';

import { RateLimiter } from '../shared/http/RateLimiter';
import { parseList } from '../shared/node/parameters';
import { isDuplicateDelivery } from '../shared/webhook/deduplicate';
import { isTooLarge, parseBody, respond } from '../shared/webhook/request';
import { matchesFilters, type EventFilters } from './events';
import { getStaticData } from './leverWebhooks';
import { getSignatureTokens } from './signatureTokens';
import { verifyDelivery } from './verifyDelivery';

const DAY = 24 * 60 * 60_000;
const DEFAULT_MAX_EVENT_AGE = 15;

/** More than the workflow can handle within Lever's rate limit, and more than arrive in a busy hour. */
const DELIVERY_RATE = { requestsPerSecond: 40, burst: 10 };

let rateLimiter: RateLimiter | undefined;

/**
 * Answers a delivery, and starts the workflow when it is verified, passes the filters and is no duplicate
 * (docs/lever-api.md, Webhook deliveries). Calls no service: the next node reads the opportunity.
 */
export async function handleWebhook(context: IWebhookFunctions): Promise<IWebhookResponseData> {
	const request = context.getRequestObject();
	if (isTooLarge(request))
		return respond(context, 413, 'The body is too large for a Lever webhook.');

	const signatureTokens = await getSignatureTokens(context);
	if (!signatureTokens)
		return respond(
			context,
			403,
			'The Lever Webhook API credential cannot be read, so the delivery cannot be verified.',
		);
	const options = context.getNodeParameter('options', {}) as IDataObject;
	const delivery = verifyDelivery(parseBody(request), {
		signatureTokens,
		allowUnsigned: options.allowUnsigned === true,
		maxAge: (Number(options.maxEventAge) || DEFAULT_MAX_EVENT_AGE) * DAY,
		now: Date.now(),
	});
	if (!delivery.verified) return respond(context, delivery.status, delivery.message);
	if (delivery.isConnectionTest) {
		// Its signature does not cover the data: with other data it must not start the workflow right away.
		isDuplicateDelivery(context, delivery.deduplicationKeys);
		return respond(context, 200, 'Connection verified.');
	}
	if (!matchesFilters(getFilters(context), delivery.event, delivery.item.data))
		return respond(context, 200, 'Event filtered out.');
	if (isDuplicateDelivery(context, delivery.deduplicationKeys))
		return respond(context, 200, 'Duplicate delivery ignored.');
	await throttleDeliveries();
	return { workflowData: [[{ json: delivery.item }]] };
}

/**
 * Resolves when a delivery may start its execution. n8n saves all executions that start at once before it runs the first:
 * spread out, the first candidates are handled while the last ones still wait.
 */
export async function throttleDeliveries(): Promise<void> {
	await (rateLimiter ??= new RateLimiter(DELIVERY_RATE)).acquire();
}

function getFilters(context: IWebhookFunctions): EventFilters {
	const { stageIds } = getStaticData(context);
	const getStageIds = (field: string): string[] =>
		parseList(context.getNodeParameter(field, [])).map((stage) => stageIds[stage] ?? stage);
	return {
		events: parseList(context.getNodeParameter('events', [])),
		toStageIds: getStageIds('toStages'),
		fromStageIds: getStageIds('fromStages'),
	};
}
