import type { IHttpRequestOptions } from 'n8n-workflow';

import { isSafeUrl } from '../../../credentials/safeUrl';
import { getExpectedBody } from './responseBody';
import type { HttpResponse, ServiceConnection, ServiceRequest } from './types';

const REDIRECTS = [301, 302, 303, 307, 308];

/** The address that a redirect names, wherever it leads; `undefined` when the response is not a redirect (docs/lever-api.md, Errors). */
export function getRedirectUrl(
	{ statusCode, headers }: HttpResponse,
	requestedUrl: string,
): URL | undefined {
	const { location } = headers;
	if (!REDIRECTS.includes(statusCode) || typeof location !== 'string') return undefined;
	return URL.canParse(location, requestedUrl) ? new URL(location, requestedUrl) : undefined;
}

/** Whether a redirect is followed: no key goes to another origin, and nothing but a file comes from there. */
export function mayFollowRedirect(
	{ baseUrl }: ServiceConnection,
	request: ServiceRequest,
	target: URL,
): boolean {
	if (target.origin === new URL(baseUrl).origin) return true;
	return getExpectedBody(request) === 'file' && isSafeUrl(target.href);
}

/** The options of a request that follows a redirect; `asGet` fetches what is there instead of sending the body again. */
export function redirectOptions(
	{ headers = {}, ...options }: IHttpRequestOptions,
	target: URL,
	asGet: boolean,
): IHttpRequestOptions {
	const kept = Object.entries(headers).filter(([name]) => !asGet || !name.startsWith('content-'));
	return {
		...options,
		...(asGet ? { method: 'GET' } : {}),
		baseURL: undefined,
		url: target.href,
		qs: {},
		headers: Object.fromEntries(kept),
	};
}
