import type { Request, RequestHandler } from 'express';

import { LeverError } from './errors';
import type { LeverAccount } from './LeverAccount';
import type { ApiKey } from './records';
import type { OAuthTokens } from './oauth';

const asked = new WeakMap<Request, ApiKey>();

/** Who is asking; known after `authenticate`. */
export function keyOf(request: Request): ApiKey {
	const key = asked.get(request);
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
		asked.set(request, key);
		next();
	};
}

/** A permission is the endpoint that is ticked for a key: `notes:read`; writing includes reading (docs/lever-api.md, OAuth2). */
export function needs(resource: string): RequestHandler {
	return (request, _response, next) => {
		const { permissions } = keyOf(request);
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
		const { key } = keyOf(request);
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
