import type { IDataObject, IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';

import { parseList } from '../shared/node/parameters';
import { isDuplicateDelivery } from '../shared/webhook/deduplicate';
import { parseBody, isTooLarge, respond } from '../shared/webhook/request';
import { judgeDelivery } from './delivery';
import { letIn } from './entrance';
import { passes } from './filters';
import { memoryIn, type TriggerMemory } from './memory';
import { isManual, tokensInCredential } from './signatureTokens';

const DAY = 24 * 60 * 60_000;
const DEFAULT_MAX_AGE_DAYS = 15;

/**
 * Answers a delivery and starts the workflow when it is genuine, new and passes the filters (docs/lever-api.md, Webhook deliveries). Asks no
 * service: the opportunity is read by the next node.
 */
export async function receive(context: IWebhookFunctions): Promise<IWebhookResponseData> {
	const request = context.getRequestObject();
	if (isTooLarge(request))
		return respond(context, 413, 'The body is too large for a Lever webhook.');

	const memory = memoryIn(context.getWorkflowStaticData('node'));
	const tokens = await signatureTokens(context, memory);
	if (!tokens)
		return respond(
			context,
			403,
			'The signature tokens cannot be read here, so no delivery can be verified.',
		);
	const options = context.getNodeParameter('options', {}) as IDataObject;
	const delivery = judgeDelivery(parseBody(request), {
		signatureTokens: tokens,
		allowUnsigned: options.allowUnsigned === true,
		maxAge: (Number(options.maxAgeDays) || DEFAULT_MAX_AGE_DAYS) * DAY,
		now: Date.now(),
	});
	if (!delivery.genuine) return respond(context, delivery.status, delivery.message);
	if (delivery.isVerification) {
		// A signature does not cover the data: this one must not serve once more with data that somebody made up.
		isDuplicateDelivery(context, delivery.fingerprints, memory.deliveries);
		return respond(context, 200, 'Verified.');
	}
	if (!passes(filtersOf(context, memory), delivery.event, delivery.item.data))
		return respond(context, 200, 'Not asked for.');
	if (isDuplicateDelivery(context, delivery.fingerprints, memory.deliveries))
		return respond(context, 200, 'Received before.');
	await letIn();
	return { workflowData: [[{ json: delivery.item }]] };
}

/** The tokens that deliveries may be signed with; `undefined` when there is a credential that cannot be read. */
async function signatureTokens(
	context: IWebhookFunctions,
	memory: TriggerMemory,
): Promise<string[] | undefined> {
	if (!isManual(context))
		return memory.webhooks
			.map(({ signatureToken }) => signatureToken)
			.filter((token) => token !== '');
	try {
		return await tokensInCredential(context);
	} catch (error) {
		context.logger.warn('The Lever Trigger could not read its Lever Webhook API credential', {
			error,
		});
		return undefined;
	}
}

function filtersOf(
	context: IWebhookFunctions,
	{ stageIds }: TriggerMemory,
): Parameters<typeof passes>[0] {
	const stages = (name: string): string[] =>
		parseList(context.getNodeParameter(name, [])).map((given) => stageIds[given] ?? given);
	return {
		events: parseList(context.getNodeParameter('events', [])),
		toStageIds: stages('toStages'),
		fromStageIds: stages('fromStages'),
	};
}
