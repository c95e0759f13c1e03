import { setTimeout as sleep } from 'node:timers/promises';

import axios from 'axios';

import type { Demo } from '../host/demo';
import { shippedWorkflows } from '../host/imports';
import { DEMO_API_KEY, DEMO_USER, HARVER_ACCOUNT, HARVER_CLIENT, TRIGGER_STAGE } from '../sandbox';
import type { Webhook } from '../sandbox/lever/records';
import { flowFor } from './peerFlow';

const LISTENS_WITHIN = 120_000;
const SETTLE = 3000;

/** The token that signs what a bench sends by itself. */
export const SIGNATURE_TOKEN = 'bench-signature-token';

/** A real n8n with the shipped flows and the sandbox, on which ours and a peer are measured in turn. */
export class Stage {
	constructor(readonly demo: Demo) {}

	/**
	 * Imports one of the flows in `flows/`, fills in the sandbox and credentials, and activates it. Gives its id and the
	 * address of its webhook. `signatureToken` is what its deliveries are signed with.
	 */
	async addFlow(
		file: string,
		signatureToken = SIGNATURE_TOKEN,
	): Promise<{ id: string; url: string }> {
		const { client, n8n, sandbox } = this.demo;
		const flow = await flowFor(sandbox, file);
		const data: Record<string, Record<string, unknown>> = {
			httpBasicAuth: { user: DEMO_API_KEY, password: '' },
			crypto: { hmacSecret: signatureToken },
			leverWebhookApi: { signatureTokens: signatureToken },
			leverApi: {
				apiKey: DEMO_API_KEY,
				environment: 'custom',
				baseUrl: `${sandbox.url}/v1`,
				performAs: DEMO_USER,
			},
			harverApi: {
				...HARVER_CLIENT,
				environment: 'custom',
				baseUrl: sandbox.url,
				accountId: HARVER_ACCOUNT,
			},
		};
		for (const { credentials = {} } of flow.nodes) {
			for (const [type, credential] of Object.entries(credentials)) {
				credential.id = await client.createCredential({
					name: `${credential.name} (${file})`,
					type,
					data: data[type] ?? {},
				});
			}
		}
		const id = await client.createWorkflow(flow);
		await client.activate(id);
		const trigger = flow.nodes[0];
		const route =
			typeof trigger?.parameters.path === 'string'
				? trigger.parameters.path
				: `${trigger?.webhookId ?? ''}/webhook`;
		const url = `${n8n.url}/webhook/${route}`;
		await this.untilItListens(url);
		return { id, url };
	}

	/**
	 * Starts n8n anew, so that nothing that was measured before counts, with the environment when one is given, and waits until
	 * the shipped flows listen and it rests.
	 */
	async restart(environment?: Record<string, string>): Promise<void> {
		const { n8n } = this.demo;
		await n8n.stop();
		await n8n.start(environment);
		const triggers = (await shippedWorkflows()).flatMap(({ nodes }) =>
			nodes.filter(
				({ type }) => type.endsWith('Trigger') && type.startsWith('n8n-nodes-lever-harver.'),
			),
		);
		for (const { webhookId } of triggers)
			await this.untilItListens(`${n8n.url}/webhook/${webhookId ?? ''}/webhook`);
		await sleep(SETTLE);
	}

	/** Lever tells only these webhooks while something runs. */
	async tellingOnly<T>(webhooks: Webhook[], run: () => Promise<T>): Promise<T> {
		const { webhooks: sender } = this.demo.sandbox;
		const all = sender.webhooks;
		sender.webhooks = webhooks;
		try {
			return await run();
		} finally {
			sender.webhooks = all;
		}
	}

	get triggerStage(): string {
		const stage = this.demo.sandbox.lever.stages.find(({ text }) => text === TRIGGER_STAGE);
		if (!stage) throw new Error('The sandbox has no trigger stage.');
		return stage.id;
	}

	/** n8n registers webhooks after it has started; until then it answers 404. What is sent here is signed by nobody. */
	private async untilItListens(url: string): Promise<void> {
		const until = Date.now() + LISTENS_WITHIN;
		while (
			(await axios.post(url, {}, { validateStatus: () => true, proxy: false })).status === 404
		) {
			if (Date.now() > until) throw new Error(`Nothing listens on ${url}.`);
			await sleep(200);
		}
	}
}
