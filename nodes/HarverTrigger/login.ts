import type {
	ICredentialDataDecryptedObject,
	IHookFunctions,
	IWebhookFunctions,
} from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

import { isComplete, type Login } from './basicAuth';

/** The login in a Harver Webhook API credential, letter by letter. */
export function loginIn({ user, password }: ICredentialDataDecryptedObject): Login {
	return {
		user: typeof user === 'string' ? user : '',
		password: typeof password === 'string' ? password : '',
	};
}

/** The login that deliveries must carry; `undefined` when there is no credential, or none that can be read. */
export async function loginOf(
	context: IWebhookFunctions | IHookFunctions,
): Promise<Login | undefined> {
	if (!context.getNode().credentials?.harverWebhookApi) return undefined;
	try {
		return loginIn(await context.getCredentials('harverWebhookApi'));
	} catch (error) {
		context.logger.warn('The Harver Trigger could not read its Harver Webhook API credential', {
			error,
		});
		return undefined;
	}
}

/** Whether deliveries need no login: somebody has chosen so. */
export function isOpen(context: IWebhookFunctions | IHookFunctions): boolean {
	return context.getNodeParameter('authentication', 'basicAuth') === 'none';
}

/** Throws NodeOperationError when the trigger would have to refuse every delivery, for want of a login. */
export async function requireLogin(context: IHookFunctions): Promise<void> {
	if (isOpen(context)) return;
	const login = await loginOf(context);
	if (login && isComplete(login)) return;
	throw new NodeOperationError(
		context.getNode(),
		'The Harver Trigger has no user and password to check deliveries with',
		{
			description:
				'Choose a Harver Webhook API credential with a user and a password, and enter the same two in Harver.',
		},
	);
}
