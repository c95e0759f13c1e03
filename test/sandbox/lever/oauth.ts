import { randomBytes } from 'node:crypto';

import express, { Router } from 'express';

import type { ApiKey } from './records';

const TOKEN_LIFETIME = 3600;
/** Scopes end in `:admin`, except `offline_access` (docs/lever-api.md, OAuth2). */
const SCOPE = /^(?:offline_access|confidential:access:admin|[a-z_]+:(?:read|write):admin)$/u;

/** The registered OAuth2 app. */
export const OAUTH_CLIENT = { id: 'lever-sandbox-app', secret: 'lever-sandbox-app-secret' };

/** Access tokens, and refresh tokens that work once (docs/lever-api.md, OAuth2). */
export class OAuthTokens {
	private readonly codes = new Map<string, { redirectUri: string; scope: string }>();
	private readonly access = new Map<string, { key: ApiKey; until: number }>();
	private readonly refresh = new Map<string, string>();

	constructor(private readonly now: () => number) {}

	getKey(token: string): ApiKey | undefined {
		const known = this.access.get(token);
		return known && known.until > this.now() ? known.key : undefined;
	}

	expire(): void {
		this.access.clear();
	}

	createCode(redirectUri: string, scope: string): string {
		const code = randomBytes(16).toString('hex');
		this.codes.set(code, { redirectUri, scope });
		return code;
	}

	/** Exchanges a code or a refresh token for its scope, once. */
	redeem(grant: Record<string, unknown>): string | undefined {
		if (grant.grant_type === 'refresh_token') {
			const scope = this.refresh.get(String(grant.refresh_token));
			this.refresh.delete(String(grant.refresh_token));
			return scope;
		}
		const code = this.codes.get(String(grant.code));
		this.codes.delete(String(grant.code));
		return code?.redirectUri === grant.redirect_uri ? code?.scope : undefined;
	}

	issue(scope: string): Record<string, unknown> {
		const accessToken = randomBytes(24).toString('hex');
		const permissions = scope.split(' ').map((name) => name.replace(/:admin$/u, ''));
		this.access.set(accessToken, {
			key: {
				key: `oauth-${scope}`,
				name: 'OAuth2',
				permissions,
				confidential: permissions.includes('confidential:access'),
			},
			until: this.now() + TOKEN_LIFETIME * 1000,
		});
		const answer = {
			access_token: accessToken,
			token_type: 'Bearer',
			scope,
			expires_in: TOKEN_LIFETIME,
		};
		if (!permissions.includes('offline_access')) return answer;
		const refreshToken = randomBytes(24).toString('hex');
		this.refresh.set(refreshToken, scope);
		return { ...answer, refresh_token: refreshToken };
	}
}

/** Lever's OAuth2 login: `/lever/authorize` gives consent immediately, `/lever/oauth/token` issues tokens (docs/lever-api.md, OAuth2). */
export function oauthRouter(tokens: OAuthTokens, audience: () => string): Router {
	const router = Router();
	router.get('/authorize', (request, response) => {
		const {
			client_id: client,
			redirect_uri: redirect,
			response_type: type,
			state,
			scope,
			audience: asked,
		} = request.query;
		const wrong =
			client !== OAUTH_CLIENT.id ||
			type !== 'code' ||
			typeof redirect !== 'string' ||
			typeof state !== 'string' ||
			typeof scope !== 'string' ||
			!scope.split(' ').every((name) => SCOPE.test(name)) ||
			asked !== audience();
		if (wrong) {
			response.status(400).json({
				error: 'invalid_request',
				error_description:
					'client_id, redirect_uri, response_type, state, scope and audience are required',
			});
			return;
		}
		const back = new URL(redirect);
		back.searchParams.set('code', tokens.createCode(redirect, scope));
		back.searchParams.set('state', state);
		response.redirect(back.href);
	});
	router.post('/oauth/token', express.urlencoded({ extended: false }), (request, response) => {
		const grant = (request.body ?? {}) as Record<string, unknown>;
		if (grant.client_id !== OAUTH_CLIENT.id || grant.client_secret !== OAUTH_CLIENT.secret) {
			response.status(401).json({ error: 'invalid_client' });
			return;
		}
		const scope = tokens.redeem(grant);
		if (scope === undefined) response.status(403).json({ error: 'invalid_grant' });
		else response.json(tokens.issue(scope));
	});
	return router;
}
