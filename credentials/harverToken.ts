import type { ICredentialDataDecryptedObject, IHttpRequestHelper } from 'n8n-workflow';
import { UserError } from 'n8n-workflow';

import { asObject, parseJson } from '../nodes/shared/object';
import { harverHost } from './environments';

/** The spellings of the token in Harver's schema, its prose and elsewhere (docs/harver-api.md, Hosts, login and limits). */
const TOKEN_NAMES = ['accessToken', 'access_token', 'access-token'];
const TIMEOUT = 30_000;

/** The code of an error that says that there is no access token now, but may be soon: every n8n version passes it on. */
export const LOGIN_UNAVAILABLE = 'LOGIN_UNAVAILABLE';

/** Getting an access token (docs/harver-api.md, Hosts, login and limits). */
export const harverToken = {
	/**
	 * Gets a new access token. Throws UserError when Harver rejects the client, an error with the code `LOGIN_UNAVAILABLE`
	 * when its response is unusable.
	 */
	async fetch(
		{ helpers }: IHttpRequestHelper,
		credentials: ICredentialDataDecryptedObject,
	): Promise<string> {
		const { url, body } = harverToken.buildRequest(credentials);
		const response = (await helpers
			.httpRequest({
				method: 'POST',
				url,
				body,
				headers: {
					'content-type': 'application/x-www-form-urlencoded',
					accept: 'application/json',
				},
				json: false,
				timeout: TIMEOUT,
				disableFollowRedirect: true,
				returnFullResponse: true,
				ignoreHttpStatusErrors: true,
			})
			.catch((error: unknown) => {
				throw isCertificateError(error) ? error : loginUnavailable('Harver cannot be reached');
			})) as { statusCode: number; body: unknown };
		const status = response.statusCode;
		if (status >= 500 || [408, 425, 429].includes(status))
			throw loginUnavailable(`Harver returned status ${status.toString()} for the login`);
		if (status >= 300)
			throw new UserError(harverToken.rejectionMessage, { description: harverToken.rejectionHint });
		const token = harverToken.read(response.body);
		if (token === undefined) throw loginUnavailable('Harver returned no token for the login');
		return token;
	},

	/** The URL and the form body of the login. Throws UserError when the host is not safe to send the secret to. */
	buildRequest(credentials: ICredentialDataDecryptedObject): { url: string; body: string } {
		const body = new URLSearchParams({
			grant_type: 'client_credentials',
			client_id: toString(credentials.clientId),
			client_secret: toString(credentials.clientSecret),
		});
		return { url: `${harverHost(credentials)}/oauth/token`, body: body.toString() };
	},

	/** The token in the body of the login's response, whichever spelling it has; `undefined` when there is none. */
	read(body: unknown): string | undefined {
		const content = asObject(typeof body === 'string' ? parseJson(body) : body);
		const fields = { ...content, ...asObject(content.data) };
		const token = TOKEN_NAMES.map((name) => fields[name]).find(
			(value) => typeof value === 'string' && value !== '',
		);
		return typeof token === 'string' ? token : undefined;
	},

	rejectionMessage: 'Harver rejected this client ID and secret',
	rejectionHint:
		'Check the client ID, the client secret and the environment in the Harver API credential.',
};

function loginUnavailable(message: string): Error {
	return Object.assign(new Error(message), { code: LOGIN_UNAVAILABLE });
}

/** Whether the certificate is not trusted, which a retry cannot fix. */
function isCertificateError(error: unknown): boolean {
	return /CERT|SELF_SIGNED|UNABLE_TO_|ERR_TLS/u.test(String(asObject(error).code));
}

function toString(value: unknown): string {
	return typeof value === 'string' ? value : '';
}
