import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

import { HARVER_HOSTS } from './environments';
import { safeUrl } from './safeUrl';

/** The spellings of the token in Harver's schema, its prose and elsewhere (docs/harver-api.md, Hosts, login and limits). */
const TOKEN_NAMES = ['accessToken', 'access_token', 'access-token'];

/** How an access token is asked for and read (docs/harver-api.md, Hosts, login and limits). */
export const harverToken = {
	/** The URL and the form body of the token call. Throws UserError when the host is not safe to send the secret to. */
	request(credentials: ICredentialDataDecryptedObject): { url: string; body: string } {
		const body = new URLSearchParams({
			grant_type: 'client_credentials',
			client_id: textOf(credentials.clientId),
			client_secret: textOf(credentials.clientSecret),
		});
		return { url: `${harverHost(credentials)}/oauth/token`, body: body.toString() };
	},

	/** The token in a full response of the token call, whichever spelling it has; `undefined` when Harver gave none. */
	read(answer: unknown): string | undefined {
		const body = bodyOf(answer);
		const token = TOKEN_NAMES.map((name) => body[name]).find(
			(value) => typeof value === 'string' && value !== '',
		);
		return typeof token === 'string' ? token : undefined;
	},

	refusalMessage: 'Harver gave no access token for this client ID and secret',
	refusalAdvice:
		'Check the client ID, the client secret and the environment in the Harver API credential.',
};

/**
 * The host of a Harver API credential, without a slash at its end. Throws UserError when it is missing or not https
 * (plain http is allowed on this machine only).
 */
export function harverHost(credentials: ICredentialDataDecryptedObject): string {
	const environment = textOf(credentials.environment);
	if (environment === 'production' || environment === 'test') return HARVER_HOSTS[environment];
	return safeUrl(textOf(credentials.baseUrl), 'Harver');
}

function bodyOf(answer: unknown): Record<string, unknown> {
	const body =
		typeof answer === 'object' && answer !== null && 'body' in answer ? answer.body : undefined;
	const read = typeof body === 'string' ? parsed(body) : body;
	const fields = typeof read === 'object' && read !== null ? (read as Record<string, unknown>) : {};
	return typeof fields.data === 'object' && fields.data !== null
		? { ...fields, ...fields.data }
		: fields;
}

function parsed(text: string): unknown {
	try {
		return JSON.parse(text) as unknown;
	} catch {
		return undefined;
	}
}

function textOf(value: unknown): string {
	return typeof value === 'string' ? value : '';
}
