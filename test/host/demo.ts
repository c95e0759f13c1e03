import { mkdir, rm } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';

import getPort from 'get-port';

import { startSandbox, type Sandbox, type SandboxOptions } from '../sandbox';
import {
	HARVER_WEBHOOK_LOGIN,
	importAll,
	readShippedWorkflows,
	type ShippedWorkflow,
} from './imports';
import { installN8n } from './install';
import { N8nClient } from './N8nClient';
import { N8nProcess } from './N8nProcess';
import { installPackage, packPackage } from './packPackage';
import { step } from './progress';
import type { Teardown } from './Teardown';

const REGISTERED_WITHIN = 120_000;

/** The whole product, running: a real n8n with the package and the workflows, and the sandbox. */
export interface Demo {
	n8n: N8nProcess;
	client: N8nClient;
	sandbox: Sandbox;
}

export interface DemoOptions {
	/** n8n's user folder; a temporary one unless given. */
	userFolder?: string;
	/** Whether to delete what an earlier start left in the user folder. */
	fresh?: boolean;
	/** Free ports are used unless these are given. */
	n8nPort?: number;
	sandboxPort?: number;
	sandbox?: SandboxOptions;
	/** More environment variables for n8n. */
	environment?: Record<string, string>;
}

/** Starts everything and publishes the shipped workflows. Throws when a given port is in use. */
export async function startDemo(teardown: Teardown, options: DemoOptions = {}): Promise<Demo> {
	const n8nPort = await claimPort('n8n', options.n8nPort);
	const sandboxPort = await claimPort('sandbox', options.sandboxPort);
	await installN8n();
	const userFolder = options.userFolder ?? (await teardown.createTemporaryFolder('n8n'));
	if (options.fresh) await rm(userFolder, { recursive: true, force: true });
	await mkdir(userFolder, { recursive: true });
	const n8n = new N8nProcess(userFolder, n8nPort, { environment: options.environment });
	await step('Building and packing the package, and installing it as a user would', async () => {
		const tarball = await packPackage(await teardown.createTemporaryFolder('packed'));
		await installPackage(tarball, userFolder);
	});
	const sandbox = await step(
		'Starting the sandbox',
		async () => await startSandbox({ ...options.sandbox, port: sandboxPort }),
	);
	teardown.add(async () => {
		await sandbox.close();
	});
	teardown.add(async () => {
		await n8n.stop();
	});
	await step('Importing credentials and workflows', async () => {
		await importAll(n8n, sandbox.url, { limits: options.sandbox });
	});
	await step('Starting n8n', async () => {
		await n8n.start();
	});
	const client = await N8nClient.login(n8n.url);
	await step('Publishing the workflows', async () => {
		await publishAll(client, sandbox, (await readShippedWorkflows()).filter(startsByItself));
	});
	configureHarverWebhook(n8n, sandbox, await readShippedWorkflows());
	return { n8n, client, sandbox };
}

/** A free port, or the given one. Throws what to do when that is in use. */
async function claimPort(program: string, wanted?: number): Promise<number> {
	const port = await getPort({ port: wanted });
	if (wanted !== undefined && port !== wanted)
		throw new Error(
			`Port ${wanted.toString()} for ${program} is in use. Stop the program that uses it, or choose another port with --port-${program} <number>.`,
		);
	return port;
}

/**
 * Publishes workflows and waits until their webhooks are in Lever: n8n registers them after it has answered.
 * They are unpublished first, because a sandbox that was restarted has lost the webhooks of an earlier start.
 */
export async function publishAll(
	client: N8nClient,
	sandbox: Sandbox,
	workflows: ShippedWorkflow[],
): Promise<void> {
	for (const { id } of workflows) await client.unpublish(id);
	for (const { id } of workflows) await client.publish(id);
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

/** Whether there is anything to publish: n8n refuses a workflow that is only run by hand. */
function startsByItself({ nodes }: ShippedWorkflow): boolean {
	return nodes.some(
		({ type }) => /trigger$/iu.test(type) && type !== 'n8n-nodes-base.manualTrigger',
	);
}

/** What a Harver admin does by hand: pastes the URLs of the Harver Triggers and their login into Harver. */
function configureHarverWebhook(
	n8n: N8nProcess,
	sandbox: Sandbox,
	workflows: ShippedWorkflow[],
): void {
	const triggers = workflows.flatMap(({ nodes }) =>
		nodes.filter(({ type }) => type.endsWith('.harverTrigger')),
	);
	const [url, ...additionalUrls] = triggers.map(
		({ webhookId }) => `${n8n.url}/webhook/${webhookId ?? ''}/webhook`,
	);
	if (url !== undefined)
		sandbox.harverWebhook.configure({ url, additionalUrls, ...HARVER_WEBHOOK_LOGIN });
}
