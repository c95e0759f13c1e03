import type { HttpResponse } from './types';

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
