/** Lever's Data API by environment (contract lever §1.1; the EU host is not documented by Lever, hence *custom*). */
export const LEVER_BASE_URLS = {
	production: 'https://api.lever.co/v1',
	eu: 'https://api.eu.lever.co/v1',
	sandbox: 'https://api.sandbox.lever.co/v1',
} as const;

/** Where Lever's OAuth2 lives by environment (contract lever §1.3). */
export const LEVER_LOGIN_URLS = {
	production: 'https://auth.lever.co',
	sandbox: 'https://sandbox-lever.auth0.com',
} as const;

/** Harver's hosts by environment: the API is below `/api/v1.0`, tokens come from `/oauth/token` (contract harver, Hosts). */
export const HARVER_HOSTS = {
	production: 'https://api.harver.com',
	test: 'https://api.harver-test.com',
} as const;
