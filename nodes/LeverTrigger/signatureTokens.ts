import type {
	ICredentialsDecrypted,
	ICredentialTestFunctions,
	IHookFunctions,
	INodeCredentialTestResult,
	IWebhookFunctions,
} from 'n8n-workflow';

import { parseList, toText } from '../shared/node/parameters';
import { getStaticData } from './leverWebhooks';

/** Lever's have 48 characters (docs/lever-api.md, Webhooks). */
const MIN_LENGTH = 16;

/** Whether an admin creates the webhooks in Lever's settings, so that their signature tokens are in a credential. */
export function hasManualWebhooks(context: IHookFunctions | IWebhookFunctions): boolean {
	return context.getNodeParameter('registration', 'api') === 'manual';
}

/** The tokens that deliveries may be signed with; `undefined` when the node has a credential for them that cannot be read. */
export async function getSignatureTokens(
	context: IWebhookFunctions,
): Promise<string[] | undefined> {
	if (!hasManualWebhooks(context))
		return getStaticData(context)
			.webhooks.map(({ signatureToken }) => signatureToken)
			.filter((token) => token !== '');
	try {
		return await readCredential(context);
	} catch (error) {
		context.logger.warn('The Lever Trigger could not read its Lever Webhook API credential', {
			error,
		});
		return undefined;
	}
}

/** The signature tokens in the Lever Webhook API credential; none when the node has no such credential. Throws when it cannot be read. */
export async function readCredential(
	context: IHookFunctions | IWebhookFunctions,
): Promise<string[]> {
	if (!context.getNode().credentials?.leverWebhookApi) return [];
	const { signatureTokens } = await context.getCredentials('leverWebhookApi');
	return parseSignatureTokens(signatureTokens);
}

/** Checks what the credential holds: only "Verify Connection" in Lever shows whether the tokens are right. */
export async function testSignatureTokens(
	this: ICredentialTestFunctions,
	{ data }: ICredentialsDecrypted,
): Promise<INodeCredentialTestResult> {
	const tokens = parseSignatureTokens(data?.signatureTokens);
	const problem =
		tokens.length === 0
			? 'Enter at least one signature token.'
			: tokens.some((token) => token.length < MIN_LENGTH)
				? `A signature token is shorter than ${MIN_LENGTH.toString()} characters. Copy the whole token from Lever.`
				: undefined;
	return await Promise.resolve(
		problem === undefined
			? {
					status: 'OK',
					message: `Found ${tokens.length.toString()} signature token(s). Click "Verify Connection" in Lever to check them.`,
				}
			: { status: 'Error', message: problem },
	);
}

/** The tokens in the credential's one field: separated by commas, spaces or line ends. */
function parseSignatureTokens(field: unknown): string[] {
	return parseList(toText(field).replace(/\s+/gu, ','));
}
