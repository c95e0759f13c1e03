import { randomBytes } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import axios from 'axios';
import execa, { type ExecaChildProcess } from 'execa';
import getPort from 'get-port';

import { BINARIES, N8N } from './paths';
import { resetPeak, readUsage, type Usage } from './processUsage';

const READY_WITHIN = 300_000;
const STOP_WITHIN = 15_000;
const LOG_LINES = 60;

/**
 * What docs/operating.md recommends for bursts: n8n creates an isolate for the expressions of each webhook and each execution,
 * a tenth of a second of CPU time each; its older engine creates none.
 */
export const BURST_ENVIRONMENT = { N8N_EXPRESSION_ENGINE: 'legacy' };

export interface N8nProcessOptions {
	/** What n8n runs as: everything in one, or one of the processes of its queue mode. */
	role?: 'start' | 'worker' | 'webhook';
	/** More environment variables; they override those that are set here. */
	environment?: Record<string, string>;
}

/** A real n8n with its own user folder: its commands, and the server. */
export class N8nProcess {
	readonly url: string;
	private readonly role: string;
	private readonly extra: Record<string, string>;
	private server?: ExecaChildProcess;
	private log: string[] = [];

	constructor(
		readonly userFolder: string,
		readonly port: number,
		{ role = 'start', environment = {} }: N8nProcessOptions = {},
	) {
		this.url = `http://127.0.0.1:${port.toString()}`;
		this.role = role;
		this.extra = environment;
	}

	/** Runs one of n8n's commands and returns what it prints. Throws the end of that when the command fails. */
	async command(parameters: string[], environment: Record<string, string> = {}): Promise<string> {
		const { failed, all = '' } = await execa(path.join(BINARIES, 'node'), [N8N, ...parameters], {
			cwd: this.userFolder,
			env: { ...(await this.buildEnvironment()), ...environment },
			all: true,
			reject: false,
			stdin: 'ignore',
		});
		if (failed) throw new Error(`"n8n ${parameters.join(' ')}" failed.\n${lastLines(all)}`);
		return all;
	}

	/**
	 * Starts the server and waits until it is ready; `environment` is for this start alone. Throws the end of its log when it
	 * does not become ready.
	 */
	async start(environment: Record<string, string> = {}): Promise<void> {
		const server = execa(path.join(BINARIES, 'node'), [N8N, this.role], {
			cwd: this.userFolder,
			env: { ...(await this.buildEnvironment()), ...environment },
			all: true,
			reject: false,
			stdin: 'ignore',
			buffer: false,
			detached: true,
		});
		this.server = server;
		server.all?.setEncoding('utf8').on('data', (text: string) => {
			this.log = [...this.log, ...text.split('\n')].slice(-LOG_LINES * 100);
		});
		const until = Date.now() + READY_WITHIN;
		while (!(await this.isReady())) {
			if (hasEnded(server) || Date.now() > until) {
				await this.stop();
				throw new Error(`"n8n ${this.role}" did not start.\n${this.logTail()}`);
			}
			await sleep(250);
		}
	}

	/** Stops the server, by force when it takes too long. */
	async stop(): Promise<void> {
		const { server } = this;
		if (!server || hasEnded(server)) return;
		server.kill('SIGTERM');
		await Promise.race([server, sleep(STOP_WITHIN, undefined, { ref: false })]);
		await this.kill();
		await server;
	}

	/** Kills the server and all that it has started, as a power cut does; `start` starts it again on the same user folder. */
	async kill(): Promise<void> {
		const { server } = this;
		if (!server || hasEnded(server) || server.pid === undefined) return;
		process.kill(-server.pid, 'SIGKILL');
		await server;
	}

	/** What the server's process has used since its last start. Throws when it is not running. */
	async getUsage(): Promise<Usage> {
		return await readUsage(this.pid);
	}

	/** Starts counting the peak memory again. */
	async resetPeak(): Promise<void> {
		await resetPeak(this.pid);
	}

	/** The last few thousand lines of the server's log. */
	get lines(): readonly string[] {
		return this.log;
	}

	/** The end of the server's log. */
	logTail(): string {
		return lastLines(this.log.join('\n'));
	}

	private get pid(): number {
		if (this.server?.pid === undefined || hasEnded(this.server))
			throw new Error('n8n is not running.');
		return this.server.pid;
	}

	private async isReady(): Promise<boolean> {
		const answer = await axios
			.get(`${this.url}/healthz/readiness`, {
				validateStatus: () => true,
				timeout: 2000,
				proxy: false,
			})
			.catch(() => undefined);
		return answer?.status === 200;
	}

	private async buildEnvironment(): Promise<Record<string, string>> {
		return {
			PATH: `${BINARIES}${path.delimiter}${process.env.PATH ?? ''}`,
			N8N_USER_FOLDER: this.userFolder,
			N8N_ENCRYPTION_KEY: await getEncryptionKey(this.userFolder),
			N8N_LISTEN_ADDRESS: '127.0.0.1',
			N8N_PORT: this.port.toString(),
			N8N_RUNNERS_BROKER_PORT: (await getPort()).toString(),
			// A busy machine needs longer than the default to start its task runner.
			N8N_RUNNERS_GRANT_TOKEN_TTL: '120',
			// n8n keeps an engine of about 10 MB for each running execution: without a limit, a burst of hundreds takes gigabytes.
			N8N_CONCURRENCY_PRODUCTION_LIMIT: '20',
			WEBHOOK_URL: `${this.url}/`,
			N8N_SECURE_COOKIE: 'false',
			N8N_DIAGNOSTICS_ENABLED: 'false',
			N8N_VERSION_NOTIFICATIONS_ENABLED: 'false',
			N8N_TEMPLATES_ENABLED: 'false',
			N8N_PERSONALIZATION_ENABLED: 'false',
			N8N_HIRING_BANNER_ENABLED: 'false',
			N8N_COMMUNITY_PACKAGES_PREVENT_LOADING: 'false',
			NO_COLOR: '1',
			N8N_LOG_LEVEL: process.env.N8N_LOG_LEVEL ?? 'info',
			...this.extra,
		};
	}
}

async function getEncryptionKey(userFolder: string): Promise<string> {
	const file = path.join(userFolder, 'encryption-key');
	const known = await readFile(file, 'utf8').catch(() => undefined);
	if (known !== undefined) return known;
	await mkdir(userFolder, { recursive: true });
	const key = randomBytes(24).toString('hex');
	await writeFile(file, key, { mode: 0o600 });
	return key;
}

function hasEnded({ exitCode, signalCode }: ExecaChildProcess): boolean {
	return exitCode !== null || signalCode !== null;
}

function lastLines(text: string): string {
	return text.split('\n').slice(-LOG_LINES).join('\n');
}
