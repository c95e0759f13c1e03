import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';

import express from 'express';

import { controlRouter } from './control';
import { frontDoor } from './frontDoor';
import { HarverTokens } from './harver/access';
import { HarverAccount } from './harver/HarverAccount';
import { harverRouter } from './harver/router';
import { LeverAccount } from './lever/LeverAccount';
import { OAuthTokens, oauthRouter } from './lever/oauth';
import { leverRouter } from './lever/router';
import { WebhookSender } from './lever/WebhookSender';
import { RequestLog } from './requestLog';
import { Faults } from './serviceFault';

export { HARVER_ACCOUNT, HARVER_CLIENT } from './harver/HarverAccount';
export { OAUTH_CLIENT } from './lever/oauth';
export { DEMO_API_KEY, DEMO_CANDIDATE, TRIGGER_STAGE } from './lever/seed';

export interface SandboxOptions {
	/** Any free port without it. */
	port?: number;
	leverRequestsPerSecond?: number;
	leverBurst?: number;
	harverRequestsPerMinute?: number;
	/** Milliseconds before each further try of a webhook that was not taken. */
	webhookRetryDelays?: number[];
	now?: () => number;
}

/** Lever and Harver over HTTP on one port: `/v1`, `/lever`, `/api/v1.0`, `/oauth/token`; the page on `/`, its data on `/control`. */
export interface Sandbox {
	url: string;
	lever: LeverAccount;
	harver: HarverAccount;
	webhooks: WebhookSender;
	leverTokens: OAuthTokens;
	harverTokens: HarverTokens;
	requests: RequestLog;
	faults: Faults;
	close(): Promise<void>;
}

/** Starts the sandbox with its invented data. Throws when the port is in use. */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
	const now = options.now ?? Date.now;
	let url = '';
	const lever = new LeverAccount(now);
	const harver = new HarverAccount(now, () => url);
	const webhooks = new WebhookSender(now, options.webhookRetryDelays ?? [1000, 3000, 9000, 27_000]);
	lever.events.on('event', (event) => {
		webhooks.send(event);
	});
	const parts = { lever, harver, webhooks, leverTokens: new OAuthTokens(now), harverTokens: new HarverTokens(now), requests: new RequestLog(), faults: new Faults() };

	const app = express();
	app.disable('x-powered-by');
	app.use(['/v1', '/lever'], frontDoor('lever', parts.requests, parts.faults, now));
	app.use(['/api', '/oauth', '/reports'], frontDoor('harver', parts.requests, parts.faults, now));
	app.use('/v1', leverRouter(lever, parts.leverTokens, webhooks, { perSecond: options.leverRequestsPerSecond ?? 10, burst: options.leverBurst ?? 20 }));
	app.use('/lever', oauthRouter(parts.leverTokens, () => `${url}/v1/`));
	app.use('/control', controlRouter(parts));
	app.use(express.static(path.join(__dirname, 'page')));
	app.use(harverRouter(harver, parts.harverTokens, options.harverRequestsPerMinute ?? 450));

	const server = createServer(app);
	await listen(server, options.port ?? 0);
	url = `http://127.0.0.1:${(server.address() as AddressInfo).port.toString()}`;
	return { ...parts, url, close: async () => { await close(server, webhooks); } };
}

async function listen(server: Server, port: number): Promise<void> {
	await new Promise<void>((resolve, reject) => {
		server.once('error', reject);
		server.listen(port, '127.0.0.1', resolve);
	});
}

async function close(server: Server, webhooks: WebhookSender): Promise<void> {
	webhooks.close();
	server.closeAllConnections();
	await new Promise<void>((resolve) => {
		server.close(() => {
			resolve();
		});
	});
}
