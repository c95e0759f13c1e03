import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { startSandbox, type Sandbox, type SandboxOptions } from '../sandbox';
import { HARVER_WEBHOOK_LOGIN, importAll, shippedWorkflows, type ShippedWorkflow } from './imports';
import { installHost } from './install';
import { N8nClient } from './N8nClient';
import { N8nProcess, refuseUsedPort } from './N8nProcess';
import { installPackage, packPackage } from './packPackage';
import { RUNTIME } from './paths';
import { step } from './progress';

const REGISTERED_WITHIN = 120_000;

/** The whole product, running: a real n8n with the package and the flows, and the sandbox. */
export interface Demo {
	n8n: N8nProcess;
	client: N8nClient;
	sandbox: Sandbox;
	stop(): Promise<void>;
}

export interface DemoOptions {
	/** n8n's user folder below `.runtime`. */
	folder: string;
	n8nPort: number;
	sandboxPort: number;
	sandbox?: SandboxOptions;
	/** Further environment variables of n8n. */
	environment?: Record<string, string>;
}

/** Starts everything and activates the shipped workflows. Stops what it has started when something fails. */
export async function startDemo({
	folder,
	n8nPort,
	sandboxPort,
	sandbox: sandboxOptions,
	environment,
}: DemoOptions): Promise<Demo> {
	await refuseUsedPort(n8nPort, 'n8n');
	await refuseUsedPort(sandboxPort, 'sandbox');
	await installHost();
	const n8n = new N8nProcess(path.join(RUNTIME, folder), n8nPort, { environment });
	await step('Building and packing the package, and installing it as a user would', async () => {
		await installPackage(await packPackage(), n8n.userFolder);
	});
	const sandbox = await step(
		'Starting the sandbox',
		async () => await startSandbox({ ...sandboxOptions, port: sandboxPort }),
	);
	const stop = async (): Promise<void> => {
		await n8n.stop();
		await sandbox.close();
	};
	try {
		await step('Importing credentials and workflows', async () => {
			await importAll(n8n, sandbox.url, { limits: sandboxOptions });
		});
		await step('Starting n8n', async () => {
			await n8n.start();
		});
		const client = await N8nClient.login(n8n.url);
		await step('Publishing the workflows', async () => {
			await activateAll(client, sandbox, (await shippedWorkflows()).filter(startsByItself));
		});
		pointHarverTo(n8n, sandbox, await shippedWorkflows());
		return { n8n, client, sandbox, stop };
	} catch (error) {
		await stop();
		throw error;
	}
}

/**
 * Activates workflows and waits until their webhooks stand in Lever: n8n registers them after it has answered.
 * They are deactivated first, because a sandbox that was started anew has forgotten the webhooks of an earlier start.
 */
export async function activateAll(
	client: N8nClient,
	sandbox: Sandbox,
	workflows: ShippedWorkflow[],
): Promise<void> {
	for (const { id } of workflows) await client.deactivate(id);
	for (const { id } of workflows) await client.activate(id);
	const events = workflows.flatMap(({ nodes }) =>
		nodes.flatMap(({ type, parameters }) =>
			type.endsWith('.leverTrigger') ? (parameters.events as string[]) : [],
		),
	);
	const until = Date.now() + REGISTERED_WITHIN;
	while (sandbox.webhooks.webhooks.length < events.length) {
		if (Date.now() > until)
			throw new Error(
				`n8n registered ${sandbox.webhooks.webhooks.length.toString()} of ${events.length.toString()} webhooks in Lever.`,
			);
		await sleep(100);
	}
}

/** Whether there is anything to activate: n8n refuses a workflow that is only run by hand. */
function startsByItself({ nodes }: ShippedWorkflow): boolean {
	return nodes.some(
		({ type }) => /trigger$/iu.test(type) && type !== 'n8n-nodes-base.manualTrigger',
	);
}

/** What a Harver admin does by hand: pastes the addresses of the Harver Triggers and their login into Harver. */
function pointHarverTo(n8n: N8nProcess, sandbox: Sandbox, workflows: ShippedWorkflow[]): void {
	const triggers = workflows.flatMap(({ nodes }) =>
		nodes.filter(({ type }) => type.endsWith('.harverTrigger')),
	);
	const [url, ...additionalUrls] = triggers.map(
		({ webhookId }) => `${n8n.url}/webhook/${webhookId ?? ''}/webhook`,
	);
	if (url !== undefined)
		sandbox.harverWebhook.configure({ url, additionalUrls, ...HARVER_WEBHOOK_LOGIN });
}
