import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';

import express from 'express';

import { controlRouter } from './control';
import { requestMiddleware } from './requestMiddleware';
import { HarverTokens } from './harver/auth';
import { HarverAccount } from './harver/HarverAccount';
import { HarverWebhook } from './harver/HarverWebhook';
import { harverRouter } from './harver/router';
import { LeverAccount } from './lever/LeverAccount';
import { OAuthTokens, oauthRouter } from './lever/oauth';
import { leverRouter } from './lever/router';
import { LeverWebhooks } from './lever/LeverWebhooks';
import { RequestLog } from './requestLog';
import { RequestFaults, WebhookFaults } from './faults';

export { HARVER_ACCOUNT, HARVER_CLIENT } from './harver/HarverAccount';
export { OAUTH_CLIENT } from './lever/oauth';
export { DEMO_API_KEY, DEMO_CANDIDATE, DEMO_USER, TRIGGER_STAGE } from './lever/seed';

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

/** Lever and Harver over HTTP on one port: `/v1`, `/lever`, `/api/v1.0`, `/oauth/token`, `/journey`; the page on `/`, its data on `/control`. */
export interface Sandbox extends SandboxServices {
	url: string;
	close(): Promise<void>;
}

/** Starts the sandbox with its invented data. Throws when the port is in use. */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
	const now = options.now ?? Date.now;
	let url = '';
	const lever = new LeverAccount(now);
	const harver = new HarverAccount(now, () => url);
	const webhookFaults = new WebhookFaults();
	const webhooks = new LeverWebhooks(
		now,
		options.webhookRetryDelays ?? [1000, 3000, 9000, 27_000],
		webhookFaults,
	);
	const harverWebhook = new HarverWebhook(now, webhookFaults);
	lever.events.on('event', (event) => {
		webhooks.send(event);
	});
	harver.events.on('event', (event) => {
		harverWebhook.send(event);
	});
	const parts: SandboxServices = {
		lever,
		harver,
		webhooks,
		harverWebhook,
		leverTokens: new OAuthTokens(now),
		harverTokens: new HarverTokens(now),
		requests: new RequestLog(),
		faults: new RequestFaults(),
		webhookFaults,
	};

	const app = express();
	app.disable('x-powered-by');
	app.use(['/v1', '/lever'], requestMiddleware('lever', parts.requests, parts.faults, now));
	app.use(
		['/api', '/oauth', '/reports'],
		requestMiddleware('harver', parts.requests, parts.faults, now),
	);
	app.use(
		'/v1',
		leverRouter(lever, parts.leverTokens, webhooks, {
			perSecond: options.leverRequestsPerSecond ?? 10,
			burst: options.leverBurst ?? 20,
		}),
	);
	app.use(
		'/lever',
		oauthRouter(parts.leverTokens, () => `${url}/v1/`),
	);
	app.use('/control', controlRouter(parts));
	app.use(express.static(path.join(__dirname, 'page')));
	app.use(harverRouter(harver, parts.harverTokens, options.harverRequestsPerMinute ?? 450));

	const server = createServer(app);
	await listen(server, options.port ?? 0);
	url = `http://127.0.0.1:${(server.address() as AddressInfo).port.toString()}`;
	return {
		...parts,
		url,
		close: async () => {
			await close(server, [webhooks, harverWebhook]);
		},
	};
}

async function listen(server: Server, port: number): Promise<void> {
	await new Promise<void>((resolve, reject) => {
		server.once('error', reject);
		server.listen(port, '127.0.0.1', resolve);
	});
}

async function close(server: Server, senders: { close(): void }[]): Promise<void> {
	for (const sender of senders) sender.close();
	server.closeAllConnections();
	await new Promise<void>((resolve) => {
		server.close(() => {
			resolve();
		});
	});
}

/** The parts of the sandbox that the page and the tests look at and steer. */
export interface SandboxServices {
	lever: LeverAccount;
	harver: HarverAccount;
	webhooks: LeverWebhooks;
	harverWebhook: HarverWebhook;
	leverTokens: OAuthTokens;
	harverTokens: HarverTokens;
	requests: RequestLog;
	faults: RequestFaults;
	webhookFaults: WebhookFaults;
}
