import type {
	ICredentialDataDecryptedObject,
	ICredentialsDecrypted,
	ICredentialTestFunctions,
	IHookFunctions,
	INodeCredentialTestResult,
	IWebhookFunctions,
} from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

import { isComplete, type BasicAuth } from './basicAuth';

/** Whether an admin has chosen to accept deliveries without user and password. */
export function isUnauthenticated(context: IWebhookFunctions | IHookFunctions): boolean {
	return context.getNodeParameter('authentication', 'basicAuth') === 'none';
}

/** The user and password that deliveries must carry; `undefined` when there is no credential, or it cannot be read. */
export async function getCredential(
	context: IWebhookFunctions | IHookFunctions,
): Promise<BasicAuth | undefined> {
	if (!context.getNode().credentials?.harverWebhookApi) return undefined;
	try {
		return readCredential(await context.getCredentials('harverWebhookApi'));
	} catch (error) {
		context.logger.warn('The Harver Trigger could not read its Harver Webhook API credential', {
			error,
		});
		return undefined;
	}
}

/** Throws NodeOperationError when the trigger would have to refuse every delivery, because it has no user and password. */
export async function requireCredential(context: IHookFunctions): Promise<void> {
	if (isUnauthenticated(context)) return;
	const credential = await getCredential(context);
	if (credential && isComplete(credential)) return;
	throw new NodeOperationError(
		context.getNode(),
		'The Harver Trigger has no user and password to verify deliveries with',
		{
			description:
				'Select a Harver Webhook API credential with a user and a password, and enter the same user and password in Harver.',
		},
	);
}

/** Checks what the credential holds: only a delivery shows whether Harver has the same user and password. */
export async function testWebhookCredential(
	this: ICredentialTestFunctions,
	{ data }: ICredentialsDecrypted,
): Promise<INodeCredentialTestResult> {
	const credential = readCredential(data ?? {});
	const problem = !isComplete(credential)
		? 'Enter a user and a password. Without them, every delivery is rejected.'
		: credential.user.includes(':')
			? 'Remove the colon from the user: Basic Auth does not allow one.'
			: undefined;
	return await Promise.resolve(
		problem === undefined
			? { status: 'OK', message: 'Enter the same user and password in Harver.' }
			: { status: 'Error', message: problem },
	);
}

/** Neither value is trimmed: Harver sends them as they were typed. */
function readCredential({ user, password }: ICredentialDataDecryptedObject): BasicAuth {
	return {
		user: typeof user === 'string' ? user : '',
		password: typeof password === 'string' ? password : '',
	};
}
