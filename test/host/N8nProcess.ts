import { randomBytes } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import axios from 'axios';
import execa, { type ExecaChildProcess } from 'execa';

import { BINARIES, N8N } from './paths';
import { forgetPeakOf, usageOf, type Usage } from './processUsage';

const READY_WITHIN = 300_000;
const STOP_WITHIN = 15_000;
const LOG_LINES = 60;

export interface N8nProcessOptions {
	/** What n8n runs as: everything in one, or one of the processes of its queue mode. */
	role?: 'start' | 'worker' | 'webhook';
	/** Further environment variables; they go before those that are set here. */
	environment?: Record<string, string>;
}

/** A real n8n with a user folder of its own: its commands, and the server. */
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

	/** Runs one of n8n's commands to its end. Throws with the end of its output when it fails. */
	async command(parameters: string[]): Promise<string> {
		const { failed, all = '' } = await execa(path.join(BINARIES, 'node'), [N8N, ...parameters], {
			env: await this.environment(),
			all: true,
			reject: false,
			stdin: 'ignore',
		});
		if (failed) throw new Error(`"n8n ${parameters.join(' ')}" failed.\n${lastLines(all)}`);
		return all;
	}

	/**
	 * Starts the server and waits until it is ready; `further` environment variables hold for this start alone. Throws with the
	 * end of its log when it does not get there.
	 */
	async start(further: Record<string, string> = {}): Promise<void> {
		await refuseUsedPort(this.port, 'n8n');
		const server = execa(path.join(BINARIES, 'node'), [N8N, this.role], {
			env: { ...(await this.environment()), ...further },
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

	/** Stops the server, by force when it does not end by itself. */
	async stop(): Promise<void> {
		const { server } = this;
		if (!server || hasEnded(server)) return;
		server.kill('SIGTERM');
		await Promise.race([server, sleep(STOP_WITHIN, undefined, { ref: false })]);
		await this.kill();
		await server;
	}

	/** Ends the server and what it has started at once, as a power cut does; `start` starts it again on the same user folder. */
	async kill(): Promise<void> {
		const { server } = this;
		if (!server || hasEnded(server) || server.pid === undefined) return;
		process.kill(-server.pid, 'SIGKILL');
		await server;
	}

	/** What the server's process has used, in this start of it. Throws when it does not run. */
	async usage(): Promise<Usage> {
		return await usageOf(this.pid);
	}

	/** From now on the peak memory is counted anew. */
	async forgetPeak(): Promise<void> {
		await forgetPeakOf(this.pid);
	}

	/** The lines that the server has logged, the last thousands. */
	get lines(): readonly string[] {
		return this.log;
	}

	/** The end of the server's log. */
	logTail(): string {
		return lastLines(this.log.join('\n'));
	}

	private get pid(): number {
		if (this.server?.pid === undefined || hasEnded(this.server))
			throw new Error('n8n does not run.');
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

	private async environment(): Promise<Record<string, string>> {
		return {
			PATH: `${BINARIES}${path.delimiter}${process.env.PATH ?? ''}`,
			N8N_USER_FOLDER: this.userFolder,
			N8N_ENCRYPTION_KEY: await encryptionKey(this.userFolder),
			N8N_LISTEN_ADDRESS: '127.0.0.1',
			N8N_PORT: this.port.toString(),
			N8N_RUNNERS_BROKER_PORT: (this.port + 1000).toString(),
			// A busy machine needs longer than the default to start its task runner.
			N8N_RUNNERS_GRANT_TOKEN_TTL: '120',
			// n8n keeps an engine of about 10 MB for each execution under way: a burst of hundreds without a limit takes gigabytes.
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

/** Throws a message that names the port and what to do when somebody listens there. */
export async function refuseUsedPort(port: number, what: string): Promise<void> {
	await new Promise<void>((resolve, reject) => {
		const probe = createServer();
		probe.once('error', () => {
			reject(
				new Error(
					`Port ${port.toString()} for ${what} is in use. Stop what listens there, or choose another with --port-${what} <number>.`,
				),
			);
		});
		probe.listen(port, '127.0.0.1', () =>
			probe.close(() => {
				resolve();
			}),
		);
	});
}

/** A port that nobody listens on. */
export async function freePort(): Promise<number> {
	return await new Promise((resolve, reject) => {
		const probe = createServer();
		probe.once('error', reject);
		probe.listen(0, '127.0.0.1', () => {
			const address = probe.address();
			probe.close(() => {
				resolve(typeof address === 'object' && address ? address.port : 0);
			});
		});
	});
}

async function encryptionKey(userFolder: string): Promise<string> {
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
