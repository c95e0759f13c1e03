import { randomBytes } from 'node:crypto';
import path from 'node:path';

import getPort from 'get-port';

import { publishAll } from '../host/demo';
import { importAll, readShippedWorkflows, listWorkflowFiles } from '../host/imports';
import { installN8n } from '../host/install';
import { N8nClient } from '../host/N8nClient';
import { BURST_ENVIRONMENT, N8nProcess, type N8nProcessOptions } from '../host/N8nProcess';
import { installPackage, packPackage } from '../host/packPackage';
import { step } from '../host/progress';
import type { Teardown } from '../host/Teardown';
import { startSandbox, type Sandbox } from '../sandbox';
import { startServices, type Services } from './services';

const WORKERS = 2;

/** n8n in queue mode, each process with its own user folder, and the sandbox. */
export interface Cluster {
	main: N8nProcess;
	workers: N8nProcess[];
	webhook: N8nProcess;
	client: N8nClient;
	sandbox: Sandbox;
}

export interface ClusterOptions {
	/** Whether to run the regular workflows instead of the queue-mode variants, to see what their lock is for. */
	withoutLock?: boolean;
	/** The rate limit in the Lever credential: the account's limit divided by the number of workers. */
	leverRequestsPerSecond: number;
	/** The rate limit in the Harver credential. */
	harverRequestsPerMinute: number;
}

/** Starts everything and publishes the workflows that start on Lever's events. The teardown stops it. */
export async function startCluster(options: ClusterOptions, teardown: Teardown): Promise<Cluster> {
	await installN8n();
	const folder = await teardown.createTemporaryFolder('queue');
	const tarball = await step(
		'Building and packing the package',
		async () => await packPackage(folder),
	);
	const services = await step(
		'Starting Redis and PostgreSQL',
		async () => await startServices(teardown),
	);
	const sandbox = await step('Starting the sandbox', async () => await startSandbox());
	teardown.add(async () => {
		await sandbox.close();
	});

	const webhookPort = await getPort();
	const shared = {
		...getQueueEnvironment(services),
		N8N_CONCURRENCY_PRODUCTION_LIMIT: '-1',
		WEBHOOK_URL: `http://127.0.0.1:${webhookPort.toString()}/`,
	};
	const processOf = async (
		name: string,
		role: N8nProcessOptions['role'],
		port: number,
	): Promise<N8nProcess> => {
		const own = {
			...(role === 'webhook' ? BURST_ENVIRONMENT : {}),
			QUEUE_HEALTH_CHECK_PORT: port.toString(),
		};
		const n8n = new N8nProcess(path.join(folder, name), port, {
			role,
			environment: { ...shared, ...own },
		});
		await installPackage(tarball, n8n.userFolder);
		teardown.add(async () => {
			await n8n.stop();
		});
		return n8n;
	};
	const main = await processOf('main', 'start', await getPort());
	const webhook = await processOf('webhook', 'webhook', webhookPort);
	const workers = await Promise.all(
		Array.from(
			{ length: WORKERS },
			async (_, index) =>
				await processOf(`worker-${(index + 1).toString()}`, 'worker', await getPort()),
		),
	);

	const files = await getWorkflowFiles(options);
	await step('Creating the database and importing credentials and workflows', async () => {
		await importAll(main, sandbox.url, { files, own: getCredentials(services, options) });
	});
	await step('Starting n8n: main, webhook processor and two workers', async () => {
		await main.start();
		for (const n8n of [webhook, ...workers]) await n8n.start();
	});
	const client = await N8nClient.login(main.url);
	await step('Publishing the workflows', async () => {
		const all = await readShippedWorkflows(files);
		await publishAll(
			client,
			sandbox,
			all.filter(({ nodes }) => nodes.some(({ type }) => type.endsWith('.leverTrigger'))),
		);
	});
	return { main, workers, webhook, client, sandbox };
}

/** The files of the workflows that invite, reconcile and report failures. */
async function getWorkflowFiles({ withoutLock = false }: ClusterOptions): Promise<string[]> {
	const shipped = await listWorkflowFiles();
	const numbered = (numbers: RegExp): string[] =>
		shipped.filter((file) => numbers.test(path.basename(file)));
	return [
		...(withoutLock ? numbered(/^[12]-/u) : await listWorkflowFiles('queue-mode')),
		...numbered(/^[67]-/u),
	];
}

/** The credential fields besides the sandbox's keys. */
function getCredentials(
	{ redis }: Services,
	{ leverRequestsPerSecond, harverRequestsPerMinute }: ClusterOptions,
): Record<string, Record<string, unknown>> {
	return {
		leverApi: { requestsPerSecond: leverRequestsPerSecond },
		harverApi: { requestsPerMinute: harverRequestsPerMinute },
		redis: { ...redis, user: '', database: 0, ssl: false },
	};
}

/** The variables that all processes share; docs/queue-mode.md explains each. */
function getQueueEnvironment({ redis, postgres }: Services): Record<string, string> {
	return {
		N8N_ENCRYPTION_KEY: randomBytes(24).toString('hex'),
		EXECUTIONS_MODE: 'queue',
		QUEUE_BULL_REDIS_HOST: redis.host,
		QUEUE_BULL_REDIS_PORT: redis.port.toString(),
		QUEUE_BULL_REDIS_PASSWORD: redis.password,
		DB_TYPE: 'postgresdb',
		DB_POSTGRESDB_HOST: postgres.host,
		DB_POSTGRESDB_PORT: postgres.port.toString(),
		DB_POSTGRESDB_DATABASE: postgres.database,
		DB_POSTGRESDB_USER: postgres.user,
		DB_POSTGRESDB_PASSWORD: postgres.password,
		DB_POSTGRESDB_POOL_SIZE: '10',
		N8N_DISABLE_PRODUCTION_MAIN_PROCESS: 'true',
		OFFLOAD_MANUAL_EXECUTIONS_TO_WORKERS: 'true',
		N8N_DEFAULT_BINARY_DATA_MODE: 'database',
		QUEUE_HEALTH_CHECK_ACTIVE: 'true',
		N8N_WORKER_SERVER_ADDRESS: '127.0.0.1',
	};
}
