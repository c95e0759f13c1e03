import { createHash } from 'node:crypto';
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';

import type { IWorkflowBase } from 'n8n-workflow';

import {
	DEMO_API_KEY,
	DEMO_USER,
	HARVER_ACCOUNT,
	HARVER_CLIENT,
	type SandboxOptions,
} from '../sandbox';
import type { N8nProcess } from './N8nProcess';
import { ROOT } from './paths';

const WORKFLOWS = path.join(ROOT, 'workflows');

/** The login that Harver sends with its webhooks, in n8n and in the sandbox. */
export const HARVER_WEBHOOK_LOGIN = { user: 'harver', password: 'harver-sandbox-webhook-password' };

/** The rate limits of the sandbox, where they differ from the real services'. */
export type SandboxLimits = Pick<
	SandboxOptions,
	'leverRequestsPerSecond' | 'harverRequestsPerMinute'
>;

/** A shipped workflow, as it is in the repository. */
export type ShippedWorkflow = Pick<IWorkflowBase, 'id' | 'name' | 'nodes'>;

/** The files of the shipped workflows in `workflows/` or a folder in it, in the order of their numbers. */
export async function listWorkflowFiles(folder = ''): Promise<string[]> {
	const files = await readdir(path.join(WORKFLOWS, folder));
	return files
		.filter((file) => file.endsWith('.json'))
		.sort()
		.map((file) => path.join(WORKFLOWS, folder, file));
}

/** Reads workflows from files; all shipped ones unless files are given. */
export async function readShippedWorkflows(files?: string[]): Promise<ShippedWorkflow[]> {
	return await Promise.all(
		(files ?? (await listWorkflowFiles())).map(
			async (file) => JSON.parse(await readFile(file, 'utf8')) as ShippedWorkflow,
		),
	);
}

/**
 * Imports shipped workflows unchanged (all unless files are given), and the credentials that they refer to, filled in for the
 * sandbox; `own` adds or overrides fields of the credentials of a type. Uses n8n's commands, so the server must be stopped;
 * skips what was imported before.
 */
export async function importAll(
	n8n: N8nProcess,
	sandboxUrl: string,
	{
		limits = {},
		files,
		own,
	}: {
		limits?: SandboxLimits;
		files?: string[];
		own?: Record<string, Record<string, unknown>>;
	} = {},
): Promise<void> {
	const shipped = await readShippedWorkflows(files);
	const credentials = JSON.stringify(
		buildCredentials(shipped, buildDemoCredentials(sandboxUrl, limits), own),
	);
	const workflows = JSON.stringify(shipped);
	const stamp = path.join(n8n.userFolder, 'imported');
	const digest = createHash('sha256').update(credentials).update(workflows).digest('hex');
	if ((await readFile(stamp, 'utf8').catch(() => '')) === digest) return;
	const folder = await mkdtemp(path.join(n8n.userFolder, 'import-'));
	try {
		const file = path.join(folder, 'credentials.json');
		await writeFile(file, credentials, { mode: 0o600 });
		await n8n.command(['import:credentials', `--input=${file}`]);
		for (const workflow of files ?? (await listWorkflowFiles()))
			await cp(workflow, path.join(folder, 'workflows', path.basename(workflow)));
		await n8n.command([
			'import:workflow',
			'--separate',
			`--input=${path.join(folder, 'workflows')}`,
		]);
	} finally {
		await rm(folder, { recursive: true });
	}
	await writeFile(stamp, digest);
}

/** What a user would enter in the credentials for the sandbox. */
function buildDemoCredentials(
	sandboxUrl: string,
	{ leverRequestsPerSecond = 10, harverRequestsPerMinute = 0 }: SandboxLimits,
): Record<string, Record<string, unknown>> {
	return {
		leverApi: {
			apiKey: DEMO_API_KEY,
			environment: 'custom',
			baseUrl: `${sandboxUrl}/v1`,
			performAs: DEMO_USER,
			requestsPerSecond: leverRequestsPerSecond,
		},
		harverApi: {
			...HARVER_CLIENT,
			environment: 'custom',
			baseUrl: sandboxUrl,
			accountId: HARVER_ACCOUNT,
			requestsPerMinute: harverRequestsPerMinute,
		},
		harverWebhookApi: HARVER_WEBHOOK_LOGIN,
	};
}

/** Builds the credentials that the workflows refer to, with their IDs and names. */
function buildCredentials(
	workflows: ShippedWorkflow[],
	data: Record<string, Record<string, unknown>>,
	own: Record<string, Record<string, unknown>> = {},
): Record<string, unknown>[] {
	const references = workflows.flatMap(({ nodes }) =>
		nodes.flatMap(({ credentials }) => Object.entries(credentials ?? {})),
	);
	const byId = new Map(
		references.map(([type, { id, name }]) => [
			id,
			{ id, name, type, data: { ...data[type], ...own[type] } },
		]),
	);
	return [...byId.values()];
}
