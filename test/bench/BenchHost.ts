import { setTimeout as sleep } from 'node:timers/promises';

import axios from 'axios';

import type { Demo } from '../host/demo';
import { readShippedWorkflows } from '../host/imports';
import { DEMO_API_KEY, DEMO_USER, HARVER_ACCOUNT, HARVER_CLIENT, TRIGGER_STAGE } from '../sandbox';
import type { Webhook } from '../sandbox/lever/records';
import { loadWorkflow } from './loadWorkflow';

const WEBHOOK_TIMEOUT = 120_000;
const SETTLE = 3000;

/** The token that signs the deliveries of the benches. */
export const SIGNATURE_TOKEN = 'bench-signature-token';

/** A real n8n with the shipped workflows and the sandbox, on which the package and its peers are measured. */
export class BenchHost {
	constructor(readonly demo: Demo) {}

	/**
	 * Imports and publishes a workflow in `workflows/`, connected to the sandbox. Returns its ID and the URL of its webhook, whose
	 * deliveries are signed with `signatureToken`.
	 */
	async addWorkflow(
		file: string,
		signatureToken = SIGNATURE_TOKEN,
	): Promise<{ id: string; url: string }> {
		const { client, n8n, sandbox } = this.demo;
		const workflow = await loadWorkflow(sandbox, file);
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
		for (const { credentials = {} } of workflow.nodes) {
			for (const [type, credential] of Object.entries(credentials)) {
				credential.id = await client.createCredential({
					name: `${credential.name} (${file})`,
					type,
					data: data[type] ?? {},
				});
			}
		}
		const id = await client.createWorkflow(workflow);
		await client.publish(id);
		const trigger = workflow.nodes[0];
		const route =
			typeof trigger?.parameters.path === 'string'
				? trigger.parameters.path
				: `${trigger?.webhookId ?? ''}/webhook`;
		const url = `${n8n.url}/webhook/${route}`;
		await this.waitForWebhook(url);
		return { id, url };
	}

	/**
	 * Restarts n8n, so that earlier measurements don't count, and waits until the webhooks of the shipped workflows are
	 * registered.
	 */
	async restart(environment?: Record<string, string>): Promise<void> {
		const { n8n } = this.demo;
		await n8n.stop();
		await n8n.start(environment);
		const triggers = (await readShippedWorkflows()).flatMap(({ nodes }) =>
			nodes.filter(
				({ type }) => type.endsWith('Trigger') && type.startsWith('n8n-nodes-lever-harver.'),
			),
		);
		for (const { webhookId } of triggers)
			await this.waitForWebhook(`${n8n.url}/webhook/${webhookId ?? ''}/webhook`);
		await sleep(SETTLE);
	}

	/** Runs a function while Lever sends to these webhooks only. */
	async withOnlyWebhooks<T>(webhooks: Webhook[], run: () => Promise<T>): Promise<T> {
		const { webhooks: sender } = this.demo.sandbox;
		const all = sender.webhooks;
		sender.webhooks = webhooks;
		try {
			return await run();
		} finally {
			sender.webhooks = all;
		}
	}

	get triggerStageId(): string {
		const stage = this.demo.sandbox.lever.stages.find(({ text }) => text === TRIGGER_STAGE);
		if (!stage) throw new Error('The sandbox has no trigger stage.');
		return stage.id;
	}

	/** Waits until n8n has registered a webhook; until then it answers 404. */
	private async waitForWebhook(url: string): Promise<void> {
		const until = Date.now() + WEBHOOK_TIMEOUT;
		while (
			(await axios.post(url, {}, { validateStatus: () => true, proxy: false })).status === 404
		) {
			if (Date.now() > until) throw new Error(`The webhook ${url} was not registered.`);
			await sleep(200);
		}
	}
}
