import type { IHttpRequestOptions } from 'n8n-workflow';
import { UserError } from 'n8n-workflow';

/**
 * Lets a request pass that goes to the service of its credential, before the secret is put on it: the nodes' own, the
 * credential's test, and those of n8n's HTTP Request node. Throws UserError for any other address.
 */
export function onlyTo(
	serviceUrl: string,
	request: IHttpRequestOptions,
	credentialName: string,
): void {
	const { origin } = new URL(serviceUrl);
	if (addressOf(request)?.origin === origin) return;
	throw new UserError(`The ${credentialName} credential is only sent to ${origin}`, {
		description:
			'Check the environment and the base URL in the credential, or the address of the request.',
	});
}

/** n8n's older requests call the address `uri`. */
function addressOf({
	baseURL,
	url,
	uri,
}: Pick<IHttpRequestOptions, 'baseURL' | 'url'> & { uri?: unknown }): URL | undefined {
	const address = url || (typeof uri === 'string' ? uri : '');
	return URL.canParse(address, baseURL) ? new URL(address, baseURL) : undefined;
}
