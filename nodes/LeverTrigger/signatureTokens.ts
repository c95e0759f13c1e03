import type { IHookFunctions, IWebhookFunctions } from 'n8n-workflow';

import { toText, parseList } from '../shared/node/parameters';

/** Whether the webhooks are made by hand in Lever, so that their signature tokens are in a credential. */
export function isManual(context: IHookFunctions | IWebhookFunctions): boolean {
	return context.getNodeParameter('registration', 'api') === 'manual';
}

/** The signature tokens in the Lever Webhook API credential; none when the node has no such credential. Throws when it cannot be read. */
export async function tokensInCredential(
	context: IHookFunctions | IWebhookFunctions,
): Promise<string[]> {
	if (!context.getNode().credentials?.leverWebhookApi) return [];
	const { signatureTokens } = await context.getCredentials('leverWebhookApi');
	return tokensIn(toText(signatureTokens));
}

/** The signature tokens in the credential's one field: separated by commas, spaces or line ends. */
export function tokensIn(field: string): string[] {
	return parseList(field.replace(/\s+/gu, ','));
}
