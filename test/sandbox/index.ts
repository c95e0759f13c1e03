import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';

import express from 'express';

import { controlRouter } from './control';
import { RequestFaults, WebhookFaults } from './faults';
import { HarverTokens } from './harver/auth';
import { HarverAccount } from './harver/HarverAccount';
import { HarverWebhook } from './harver/HarverWebhook';
import { harverRouter } from './harver/router';
import { LeverAccount } from './lever/LeverAccount';
import { LeverWebhooks } from './lever/LeverWebhooks';
import { OAuthTokens, oauthRouter } from './lever/oauth';
import { leverRouter } from './lever/router';
import { RequestLog } from './requestLog';
import { requestMiddleware } from './requestMiddleware';

export { HARVER_ACCOUNT, HARVER_CLIENT } from './harver/HarverAccount';
export { OAUTH_CLIENT } from './lever/oauth';
export { DEMO_API_KEY, DEMO_CANDIDATE, DEMO_USER, TRIGGER_STAGE } from './lever/seed';

export interface SandboxOptions {
	/** Default: any free port. */
	port?: number;
	leverRequestsPerSecond?: number;
	leverBurst?: number;
	harverRequestsPerMinute?: number;
	/** Milliseconds before each retry of a Lever delivery. */
	webhookRetryDelays?: number[];
	now?: () => number;
}

/** The services of the sandbox, for tests to inspect and control. */
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

/** A running sandbox. */
export interface Sandbox extends SandboxServices {
	url: string;
	close(): Promise<void>;
}

/** Starts Lever and Harver on one port, with invented data. Throws if the port is in use. */
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
	const services: SandboxServices = {
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
	app.use(['/v1', '/lever'], requestMiddleware('lever', services.requests, services.faults, now));
	app.use(
		['/api', '/oauth', '/reports'],
		requestMiddleware('harver', services.requests, services.faults, now),
	);
	app.use(
		'/v1',
		leverRouter(lever, services.leverTokens, webhooks, {
			perSecond: options.leverRequestsPerSecond ?? 10,
			burst: options.leverBurst ?? 20,
		}),
	);
	app.use(
		'/lever',
		oauthRouter(services.leverTokens, () => `${url}/v1/`),
	);
	app.use('/control', controlRouter(services));
	app.use(express.static(path.join(__dirname, 'page')));
	app.use(harverRouter(harver, services.harverTokens, options.harverRequestsPerMinute ?? 450));

	const server = createServer(app);
	await listen(server, options.port ?? 0);
	url = `http://127.0.0.1:${(server.address() as AddressInfo).port.toString()}`;
	return {
		...services,
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
