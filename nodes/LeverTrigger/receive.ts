import type { IDataObject, IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';

import { asText, textsIn } from '../shared/parameters';
import { isRepeat } from '../shared/repeats';
import { judgeDelivery } from './delivery';
import { passes } from './filters';
import { memoryIn, type TriggerMemory } from './memory';

const DAY = 24 * 60 * 60_000;
const DEFAULT_MAX_AGE_DAYS = 15;
/** Lever's deliveries are well under a kilobyte. */
const LARGEST_BODY = 256 * 1024;

/**
 * Answers a delivery and starts the workflow when it is genuine, new and passes the filters (contract lever §3). Asks no
 * service: the opportunity is read by the next node.
 */
export async function receive(context: IWebhookFunctions): Promise<IWebhookResponseData> {
	const length = Number(context.getRequestObject().headers['content-length'] ?? 0);
	if (length > LARGEST_BODY) return answer(context, 413, 'The body is too large for a Lever webhook.');

	const memory = memoryIn(context.getWorkflowStaticData('node'));
	const options = context.getNodeParameter('options', {}) as IDataObject;
	const delivery = judgeDelivery(context.getBodyData(), {
		signatureTokens: await signatureTokens(context, memory),
		allowUnsigned: options.allowUnsigned === true,
		maxAge: (Number(options.maxAgeDays) || DEFAULT_MAX_AGE_DAYS) * DAY,
		now: Date.now(),
	});
	if (!delivery.genuine) return answer(context, delivery.status, delivery.message);
	if (delivery.isVerification) return answer(context, 200, 'Verified.');
	if (!passes(filtersOf(context, memory), delivery.event, delivery.item.data)) return answer(context, 200, 'Not asked for.');

	// While someone is trying the trigger in the editor, the same delivery may be sent again and again.
	const isTrial = context.getMode() === 'manual';
	const trigger = `${context.getWorkflow().id ?? ''}/${context.getNode().id}`;
	if (!isTrial && isRepeat(trigger, delivery.fingerprints, memory.deliveries)) return answer(context, 200, 'Received before.');
	return { workflowData: [[{ json: delivery.item }]] };
}

function answer(context: IWebhookFunctions, status: number, message: string): IWebhookResponseData {
	context.getResponseObject().status(status).json({ message });
	return { noWebhookResponse: true };
}

async function signatureTokens(context: IWebhookFunctions, memory: TriggerMemory): Promise<string[]> {
	if (context.getNodeParameter('registration', 'api') !== 'manual') {
		return memory.webhooks.map(({ signatureToken }) => signatureToken).filter((token) => token !== '');
	}
	if (!context.getNode().credentials?.leverWebhookApi) return [];
	const credentials = await context.getCredentials('leverWebhookApi');
	return tokensIn(asText(credentials.signatureTokens));
}

/** The signature tokens in the credential's one field: separated by commas, spaces or line ends. */
export function tokensIn(field: string): string[] {
	return textsIn(field.replace(/\s+/gu, ','));
}

function filtersOf(context: IWebhookFunctions, { stageIds }: TriggerMemory): Parameters<typeof passes>[0] {
	const stages = (name: string): string[] =>
		textsIn(context.getNodeParameter(name, [])).map((given) => stageIds[given] ?? given);
	return {
		events: textsIn(context.getNodeParameter('events', [])),
		toStageIds: stages('toStages'),
		fromStageIds: stages('fromStages'),
	};
}
