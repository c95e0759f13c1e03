import type { IWebhookFunctions } from 'n8n-workflow';

import { forget, isRepeat } from './repeats';

/**
 * Remembers a delivery and tells whether this trigger accepted it before; `remembered` is the list in its static data.
 * When n8n then fails to start the execution and answers with 5xx, it is forgotten: the sender's next try is no repeat.
 * While someone is trying the trigger in the editor, the same delivery may be sent again and again.
 */
export function receivedBefore(
	context: IWebhookFunctions,
	fingerprints: string[],
	remembered: string[],
): boolean {
	if (context.getMode() === 'manual') return false;
	const trigger = `${context.getWorkflow().id ?? ''}/${context.getNode().id}`;
	if (isRepeat(trigger, fingerprints, remembered)) return true;
	const response = context.getResponseObject();
	const end = response.end.bind(response) as (...answer: unknown[]) => typeof response;
	// There is no event for an answer to a sender that has hung up.
	response.end = (...answer: unknown[]) => {
		if (response.statusCode >= 500) forget(trigger, fingerprints);
		return end(...answer);
	};
	return false;
}
