import type { IWebhookFunctions } from 'n8n-workflow';

import { isRepeat } from './repeats';

/**
 * Remembers a delivery and tells whether this trigger accepted it before; `remembered` is the list in its static data.
 * While someone is trying the trigger in the editor, the same delivery may be sent again and again.
 */
export function receivedBefore(context: IWebhookFunctions, fingerprints: string[], remembered: string[]): boolean {
	if (context.getMode() === 'manual') return false;
	return isRepeat(`${context.getWorkflow().id ?? ''}/${context.getNode().id}`, fingerprints, remembered);
}
