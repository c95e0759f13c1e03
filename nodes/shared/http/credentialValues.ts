import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

const SECRET_FIELDS = ['apiKey', 'clientSecret', 'accessToken'];
const SECRET_TOKENS = ['access_token', 'refresh_token'];
const DEFAULT_MAX_RETRY_TIME = 120_000;

/** The credential's *Maximum Retry Time*, in milliseconds. */
export function getMaxRetryTime({ maxRetryTime }: ICredentialDataDecryptedObject): number {
	return typeof maxRetryTime === 'number' && maxRetryTime >= 0
		? maxRetryTime * 1000
		: DEFAULT_MAX_RETRY_TIME;
}

/** The keys and tokens in a credential. */
export function getSecrets(credentials: ICredentialDataDecryptedObject): string[] {
	const tokens = (credentials.oauthTokenData ?? {}) as Record<string, unknown>;
	const values = [
		...SECRET_FIELDS.map((field) => credentials[field]),
		...SECRET_TOKENS.map((token) => tokens[token]),
	];
	return values.filter((value): value is string => typeof value === 'string' && value !== '');
}
