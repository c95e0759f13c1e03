import type { HttpResponse } from './types';

/**
 * Where a redirect within the service's own origin leads (docs/lever-api.md, Errors), and whether it is to be fetched instead of
 * repeated. `undefined` when the answer is no redirect, or leads to another host: no key goes there.
 */
export function getRedirectTarget(
	answer: HttpResponse,
	askedUrl: string,
): { url: string; asGet: boolean } | undefined {
	const target = getRedirectUrl(answer, askedUrl);
	if (target === undefined || target.origin !== new URL(askedUrl).origin) return undefined;
	return { url: target.href, asGet: answer.statusCode === 303 };
}

/** The address that a redirect names, wherever it leads. */
export function getRedirectUrl(
	{ statusCode, headers }: HttpResponse,
	askedUrl: string,
): URL | undefined {
	const { location } = headers;
	if (![301, 302, 303, 307, 308].includes(statusCode) || typeof location !== 'string')
		return undefined;
	return URL.canParse(location, askedUrl) ? new URL(location, askedUrl) : undefined;
}
