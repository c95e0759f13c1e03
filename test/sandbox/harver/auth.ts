import { randomBytes } from 'node:crypto';

import express, { Router, type RequestHandler } from 'express';

import { HarverError } from './errors';
import { HARVER_CLIENT } from './HarverAccount';

const TOKEN_LIFETIME = 3_600_000;
const WINDOW = 60_000;
const CLIENT_USER = '6f0000000000000000000001';

/** The access tokens of the API client, valid for one hour (docs/harver-api.md, Hosts, login and limits). */
export class HarverTokens {
	private readonly issued = new Map<string, number>();

	constructor(private readonly now: () => number) {}

	issue(): { accessToken: string; accessTokenExpiresAt: string } {
		const accessToken = randomBytes(24).toString('hex');
		const until = this.now() + TOKEN_LIFETIME;
		this.issued.set(accessToken, until);
		return { accessToken, accessTokenExpiresAt: new Date(until).toISOString() };
	}

	isValid(token: string): boolean {
		return (this.issued.get(token) ?? 0) > this.now();
	}

	/** Makes all tokens expire. */
	expire(): void {
		this.issued.clear();
	}
}

/** `POST /oauth/token` (docs/harver-api.md, Hosts, login and limits); the answer is in camel case, as in Harver's schema. */
export function tokenRouter(tokens: HarverTokens): Router {
	const router = Router();
	router.post('/oauth/token', express.urlencoded({ extended: false }), (request, response) => {
		const {
			grant_type: grant,
			client_id: id,
			client_secret: secret,
		} = (request.body ?? {}) as Record<string, unknown>;
		if (grant !== 'client_credentials')
			throw new HarverError(400, 'grant_type must be client_credentials', 'plain');
		if (id !== HARVER_CLIENT.clientId || secret !== HARVER_CLIENT.clientSecret)
			throw new HarverError(401, 'Invalid client: client is invalid', 'plain');
		response.json({
			...tokens.issue(),
			user: { id: CLIENT_USER },
			userProfile: CLIENT_USER,
			client: {
				id,
				userId: CLIENT_USER,
				roles: ['api'],
				redirectUris: [],
				grants: ['client_credentials'],
			},
		});
	});
	return router;
}

export function authenticate(tokens: HarverTokens): RequestHandler {
	return (request, _response, next) => {
		const [scheme, token = ''] = (request.headers.authorization ?? '').split(' ');
		if (scheme !== 'Bearer' || !tokens.isValid(token))
			throw new HarverError(401, 'Unauthorized request: no authentication given', 'plain');
		next();
	};
}

/** Limits the requests in a window of one minute and says so in headers (docs/harver-api.md, Hosts, login and limits). */
export function rateLimit(perMinute: number, now: () => number): RequestHandler {
	let window = { start: now(), used: 0 };
	return (_request, response, next) => {
		if (now() - window.start >= WINDOW) window = { start: now(), used: 0 };
		window.used += 1;
		response.setHeader('Ratelimit-Limit', perMinute);
		response.setHeader('Ratelimit-Reset', Math.ceil((window.start + WINDOW - now()) / 1000));
		if (window.used > perMinute) throw new HarverError(429, 'Too many requests', 'plain');
		next();
	};
}
