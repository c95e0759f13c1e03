import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import type { IWorkflowBase } from 'n8n-workflow';

import { DEMO_API_KEY, DEMO_USER, HARVER_ACCOUNT, HARVER_CLIENT, type SandboxOptions } from '../sandbox';
import type { N8nProcess } from './N8nProcess';
import { ROOT } from './paths';

const WORKFLOWS = path.join(ROOT, 'workflows');

/** The login that Harver sends with its webhooks, in n8n and in the sandbox. */
export const HARVER_WEBHOOK_LOGIN = { user: 'harver', password: 'harver-sandbox-webhook-password' };

/** How fast the sandbox lets itself be asked, when not as the real services do. */
export type SandboxLimits = Pick<SandboxOptions, 'leverRequestsPerSecond' | 'harverRequestsPerMinute'>;

/** A shipped workflow as it is in the repository. */
export type ShippedWorkflow = Pick<IWorkflowBase, 'id' | 'name' | 'nodes'>;

/** The shipped workflows, in the order of their numbers. */
export async function shippedWorkflows(): Promise<ShippedWorkflow[]> {
	const files = (await readdir(WORKFLOWS)).filter((file) => file.endsWith('.json')).sort();
	return await Promise.all(files.map(async (file) => JSON.parse(await readFile(path.join(WORKFLOWS, file), 'utf8')) as ShippedWorkflow));
}

/**
 * Imports the shipped workflows unchanged, and the credentials that they refer to, filled in for the sandbox. Done with
 * n8n's own commands while the server is down; skipped when the same was imported before.
 */
export async function importAll(n8n: N8nProcess, sandboxUrl: string, limits: SandboxLimits = {}): Promise<void> {
	const credentials = JSON.stringify(await credentialsFor(sandboxUrl, limits));
	const workflows = JSON.stringify(await shippedWorkflows());
	const stamp = path.join(n8n.userFolder, 'imported');
	const digest = createHash('sha256').update(credentials).update(workflows).digest('hex');
	if ((await readFile(stamp, 'utf8').catch(() => '')) === digest) return;
	const folder = await mkdtemp(path.join(tmpdir(), 'lever-harver-'));
	try {
		const file = path.join(folder, 'credentials.json');
		await writeFile(file, credentials, { mode: 0o600 });
		await n8n.command(['import:credentials', `--input=${file}`]);
		await n8n.command(['import:workflow', '--separate', `--input=${WORKFLOWS}`]);
	} finally {
		await rm(folder, { recursive: true });
	}
	await writeFile(stamp, digest);
}

/** What a user would type into the credentials, for the sandbox and its limits. */
function demoCredentials(sandboxUrl: string, { leverRequestsPerSecond = 10, harverRequestsPerMinute = 0 }: SandboxLimits): Record<string, Record<string, unknown>> {
	return {
		leverApi: { apiKey: DEMO_API_KEY, environment: 'custom', baseUrl: `${sandboxUrl}/v1`, performAs: DEMO_USER, requestsPerSecond: leverRequestsPerSecond },
		harverApi: { ...HARVER_CLIENT, environment: 'custom', baseUrl: sandboxUrl, accountId: HARVER_ACCOUNT, requestsPerMinute: harverRequestsPerMinute },
		harverWebhookApi: HARVER_WEBHOOK_LOGIN,
	};
}

/** One credential for each that the workflows refer to, with its id and name. */
async function credentialsFor(sandboxUrl: string, limits: SandboxLimits): Promise<Record<string, unknown>[]> {
	const data = demoCredentials(sandboxUrl, limits);
	const references = (await shippedWorkflows()).flatMap(({ nodes }) => nodes.flatMap(({ credentials }) => Object.entries(credentials ?? {})));
	const byId = new Map(references.map(([type, { id, name }]) => [id, { id, name, type, data: data[type] }]));
	return [...byId.values()];
}
