import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

import { safeUrl } from './safeUrl';

/** Lever's Data API by environment (docs/lever-api.md, Hosts; the EU host is not documented by Lever, hence *custom*). */
export const LEVER_BASE_URLS = {
	production: 'https://api.lever.co/v1',
	eu: 'https://api.eu.lever.co/v1',
	sandbox: 'https://api.sandbox.lever.co/v1',
} as const;

/** Where Lever's OAuth2 login is by environment (docs/lever-api.md, OAuth2). */
export const LEVER_LOGIN_URLS = {
	production: 'https://auth.lever.co',
	sandbox: 'https://sandbox-lever.auth0.com',
} as const;

/** Harver's hosts by environment: the API is below `/api/v1.0`, the login at `/oauth/token` (docs/harver-api.md, Hosts, login and limits). */
export const HARVER_HOSTS = {
	production: 'https://api.harver.com',
	test: 'https://api.harver-test.com',
} as const;

/**
 * The base URL of Lever's Data API for a credential, without a slash at its end (docs/lever-api.md, Hosts). Throws UserError
 * when a custom one is not safe to send a key to.
 */
export function leverBaseUrl({ environment, baseUrl }: ICredentialDataDecryptedObject): string {
	if (environment === 'custom') return safeUrl(typeof baseUrl === 'string' ? baseUrl : '', 'Lever');
	return environment === 'eu' || environment === 'sandbox'
		? LEVER_BASE_URLS[environment]
		: LEVER_BASE_URLS.production;
}

/** The host of a Harver API credential, without a slash at its end. Throws UserError when a custom one is not safe to send a secret to. */
export function harverHost({ environment, baseUrl }: ICredentialDataDecryptedObject): string {
	if (environment === 'production' || environment === 'test') return HARVER_HOSTS[environment];
	return safeUrl(typeof baseUrl === 'string' ? baseUrl : '', 'Harver');
}
