import { UserError } from 'n8n-workflow';
import type { IHttpRequestOptions } from 'n8n-workflow';

/**
 * A base URL that a secret may be sent to, without slashes at its end. Throws UserError unless it is https, or http on
 * this machine.
 */
export function safeUrl(text: string, credentialName: string): string {
	if (isSafeUrl(text)) return new URL(text.trim()).href.replace(/\/+$/u, '');
	throw new UserError(`The custom address in the ${credentialName} credential is not a safe URL`, {
		description:
			'Enter a full URL that starts with https://. Plain http is only accepted for localhost.',
	});
}

/** Whether a secret may go to an address: it is https, or http on this machine. */
export function isSafeUrl(text: string): boolean {
	const url = URL.canParse(text.trim()) ? new URL(text.trim()) : undefined;
	const onThisMachine =
		url !== undefined && ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname);
	return url?.protocol === 'https:' || (url?.protocol === 'http:' && onThisMachine);
}

/**
 * Checks where a request goes before a secret is put on it: the nodes' own, the credential's test, and those of n8n's HTTP
 * Request node. Throws UserError for any address but the service of the credential.
 */
export function assertSameOrigin(
	serviceUrl: string,
	request: IHttpRequestOptions,
	credentialName: string,
): void {
	const { origin } = new URL(serviceUrl);
	if (getAddress(request)?.origin === origin) return;
	throw new UserError(`The ${credentialName} credential is only sent to ${origin}`, {
		description:
			'Check the environment and the base URL in the credential, or the address of the request.',
	});
}

/** n8n's older requests call the address `uri`. */
function getAddress({
	baseURL,
	url,
	uri,
}: Pick<IHttpRequestOptions, 'baseURL' | 'url'> & { uri?: unknown }): URL | undefined {
	const address = url || (typeof uri === 'string' ? uri : '');
	return URL.canParse(address, baseURL) ? new URL(address, baseURL) : undefined;
}
