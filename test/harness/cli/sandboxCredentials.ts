import {
	DEMO_API_KEY,
	DEMO_USER,
	HARVER_ACCOUNT,
	HARVER_CLIENT,
	type Sandbox,
} from '../../sandbox';
import type { CredentialStore } from '../credentials';

/** The login with which the sandbox calls the Harver Triggers. */
export const HARVER_WEBHOOK_LOGIN = { user: 'harver', password: 'harver-sandbox-webhook-password' };

const WRITE_SCOPES = ['opportunities', 'notes', 'files', 'webhooks', 'feedback'];
const READ_SCOPES = [
	'stages',
	'tags',
	'postings',
	'users',
	'archive_reasons',
	'applications',
	'resumes',
	'contact',
	'sources',
	'feedback_templates',
];

/**
 * Returns what a user would type into each credential for the sandbox. The IDs of credentials in a workflow do not matter.
 * `maxRetryTime` overrides the default of both services.
 */
export function getSandboxCredentials(
	{ url, leverTokens }: Sandbox,
	maxRetryTime: number | undefined,
): CredentialStore {
	const retry: CredentialStore[string] = maxRetryTime === undefined ? {} : { maxRetryTime };
	const lever = { environment: 'custom', baseUrl: `${url}/v1`, performAs: DEMO_USER, ...retry };
	const scopes = [
		...WRITE_SCOPES.map((name) => `${name}:write:admin`),
		...READ_SCOPES.map((name) => `${name}:read:admin`),
	];
	return {
		leverApi: { ...lever, apiKey: DEMO_API_KEY },
		leverOAuth2Api: {
			...lever,
			loginUrl: `${url}/lever`,
			clientId: 'sandbox',
			clientSecret: 'sandbox',
			oauthTokenData: leverTokens.issue(scopes.join(' ')) as { access_token: string },
		},
		leverWebhookApi: { signatureTokens: '' },
		harverApi: {
			...HARVER_CLIENT,
			environment: 'custom',
			baseUrl: url,
			accountId: HARVER_ACCOUNT,
			...retry,
		},
		harverWebhookApi: { ...HARVER_WEBHOOK_LOGIN },
	};
}
