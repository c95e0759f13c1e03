import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

import { LEVER_BASE_URLS } from './environments';
import { safeUrl } from './safeUrl';

/**
 * The base URL of the Data API for a credential, without a slash at its end (contract lever §1.1). Throws UserError when a
 * custom one is not safe to send a key to.
 */
export function leverBaseUrl({ environment, baseUrl }: ICredentialDataDecryptedObject): string {
	if (environment === 'custom') return safeUrl(typeof baseUrl === 'string' ? baseUrl : '', 'Lever');
	return environment === 'eu' || environment === 'sandbox'
		? LEVER_BASE_URLS[environment]
		: LEVER_BASE_URLS.production;
}
