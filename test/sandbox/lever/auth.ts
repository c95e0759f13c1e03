import type { Request, RequestHandler } from 'express';

import { LeverError, invalid } from './errors';
import type { LeverAccount } from './LeverAccount';
import type { ApiKey, Opportunity } from './records';
import type { OAuthTokens } from './oauth';

const keys = new WeakMap<Request, ApiKey>();

/** Who is asking; known after `authenticate`. */
export function getKey(request: Request): ApiKey {
	const key = keys.get(request);
	if (!key) throw new LeverError(401, 'Unauthorized', 'No key was sent');
	return key;
}

/** Basic auth with the key as user name and an empty password, or a bearer token of the OAuth2 login (docs/lever-api.md, API keys and OAuth2). */
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

/** A permission is the endpoint that is ticked for a key: `notes:read`; writing includes reading (docs/lever-api.md, OAuth2). */
export function requirePermission(resource: string): RequestHandler {
	return (request, _response, next) => {
		const { permissions } = getKey(request);
		const reading = request.method === 'GET';
		const allowed =
			permissions === 'all' ||
			permissions.includes(`${resource}:write`) ||
			(reading && permissions.includes(`${resource}:read`));
		if (!allowed)
			throw new LeverError(
				403,
				'Forbidden',
				`The key has no permission for ${resource}:${reading ? 'read' : 'write'}`,
			);
		next();
	};
}

/** Ten requests a second to a key, bursts up to twenty: a token bucket (docs/lever-api.md, Rate limits). No header tells when to come back. */
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

/** The opportunity of the path, unless it is confidential and the key may not see it (docs/lever-api.md, Opportunities). */
export function getVisibleOpportunity(account: LeverAccount, request: Request): Opportunity {
	const opportunity = account.getOpportunity(String(request.params.id));
	if (opportunity.confidential) requireConfidentialAccess(request);
	return opportunity;
}

/** Refuses a key without access to confidential data. */
export function requireConfidentialAccess(request: Request): void {
	if (!getKey(request).confidential)
		throw new LeverError(403, 'Forbidden', 'The key has no access to confidential data');
}

/** Refuses a `perform_as` who is not an active user (docs/lever-api.md, Perform as). */
export function requireActiveUser(account: LeverAccount, id: string): string {
	const user = account.users.find((candidate) => candidate.id === id);
	if (user?.deactivatedAt !== null) throw invalid('perform_as: not an active user');
	return id;
}
