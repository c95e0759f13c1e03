import type { Request, RequestHandler } from 'express';

import { LeverError, invalid } from './errors';
import type { LeverAccount } from './LeverAccount';
import type { ApiKey, Opportunity } from './records';
import type { OAuthTokens } from './oauth';

const keys = new WeakMap<Request, ApiKey>();

/** The key of a request; known after `authenticate`. */
export function getKey(request: Request): ApiKey {
	const key = keys.get(request);
	if (!key) throw new LeverError(401, 'Unauthorized', 'No key was sent');
	return key;
}

/** Accepts an API key with Basic auth, or an OAuth2 access token (docs/lever-api.md, API keys and OAuth2). */
export function authenticate(account: LeverAccount, tokens: OAuthTokens): RequestHandler {
	return (request, _response, next) => {
		const [scheme = '', value = ''] = (request.headers.authorization ?? '').split(' ');
		const [username = '', password = ''] = Buffer.from(value, 'base64').toString().split(':');
		const key =
			scheme === 'Basic' && password === ''
				? account.keys.find((candidate) => candidate.key === username)
				: scheme === 'Bearer'
					? tokens.getKey(value)
					: undefined;
		if (!key) throw new LeverError(401, 'Unauthorized', 'The API key or token is not valid');
		keys.set(request, key);
		next();
	};
}

/** Requires the permission for a resource, e.g. `notes:read`; write includes read (docs/lever-api.md, OAuth2). */
export function requirePermission(resource: string): RequestHandler {
	return (request, _response, next) => {
		const { permissions } = getKey(request);
		const isRead = request.method === 'GET';
		const allowed =
			permissions === 'all' ||
			permissions.includes(`${resource}:write`) ||
			(isRead && permissions.includes(`${resource}:read`));
		if (!allowed)
			throw new LeverError(
				403,
				'Forbidden',
				`The key has no permission for ${resource}:${isRead ? 'read' : 'write'}`,
			);
		next();
	};
}

/** A token bucket per key, without a header that says how long to wait (docs/lever-api.md, Rate limits). */
export function rateLimit(
	limits: { perSecond: number; burst: number },
	now: () => number,
): RequestHandler {
	const buckets = new Map<string, { tokens: number; at: number }>();
	return (request, response, next) => {
		const { key } = getKey(request);
		const bucket = buckets.get(key) ?? { tokens: limits.burst, at: now() };
		bucket.tokens = Math.min(
			limits.burst,
			bucket.tokens + ((now() - bucket.at) / 1000) * limits.perSecond,
		);
		bucket.at = now();
		buckets.set(key, bucket);
		if (bucket.tokens < 1) {
			response.status(429).json({ code: 'TooManyRequests', message: 'Too many requests' });
			return;
		}
		bucket.tokens -= 1;
		next();
	};
}

/** Returns the opportunity in the path. Throws a 403 if the key has no access to it (docs/lever-api.md, Opportunities). */
export function getVisibleOpportunity(account: LeverAccount, request: Request): Opportunity {
	const opportunity = account.getOpportunity(String(request.params.id));
	if (opportunity.confidential) requireConfidentialAccess(request);
	return opportunity;
}

/** Throws a 403 for a key without access to confidential data. */
export function requireConfidentialAccess(request: Request): void {
	if (!getKey(request).confidential)
		throw new LeverError(403, 'Forbidden', 'The key has no access to confidential data');
}

/** Throws a 400 if `perform_as` isn't an active user (docs/lever-api.md, Perform as). */
export function requireActiveUser(account: LeverAccount, id: string): string {
	const user = account.users.find((candidate) => candidate.id === id);
	if (user?.deactivatedAt !== null) throw invalid('perform_as: not an active user');
	return id;
}
