import type { IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';

/** Answers a delivery with a status and a message and starts nothing. */
export function answer(
	context: IWebhookFunctions,
	status: number,
	message: string,
): IWebhookResponseData {
	context.getResponseObject().status(status).json({ message });
	return { noWebhookResponse: true };
}
