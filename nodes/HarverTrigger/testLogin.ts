import type {
	ICredentialsDecrypted,
	ICredentialTestFunctions,
	INodeCredentialTestResult,
} from 'n8n-workflow';

import { isComplete } from './basicAuth';
import { loginIn } from './login';

/** Looks at the login: Harver cannot be asked whether it has the same one, only a delivery tells. */
export async function testLogin(
	this: ICredentialTestFunctions,
	credential: ICredentialsDecrypted,
): Promise<INodeCredentialTestResult> {
	const login = loginIn(credential.data ?? {});
	return await Promise.resolve(
		!isComplete(login)
			? {
					status: 'Error',
					message: 'User and password are both needed: without them every delivery is refused.',
				}
			: login.user.includes(':')
				? {
						status: 'Error',
						message: 'The user must not hold a colon: Basic Auth ends the user there.',
					}
				: { status: 'OK', message: 'Enter the same user and password in Harver.' },
	);
}
