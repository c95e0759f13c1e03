import { randomBytes } from 'node:crypto';
import { chown, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import execa, { type ExecaChildProcess } from 'execa';
import getPort from 'get-port';

import type { Teardown } from '../host/Teardown';
import { getBinaries } from './binaries';

const STARTUP_TIMEOUT = 30_000;

/** Redis and PostgreSQL for one test run, on free ports; their data is deleted at the end. */
export interface Services {
	redis: { host: string; port: number; password: string };
	postgres: { host: string; port: number; user: string; password: string; database: string };
}

/** Starts both from the installed packages. */
export async function startServices(teardown: Teardown): Promise<Services> {
	const binaries = await getBinaries();
	const folder = await teardown.createTemporaryFolder('services');
	const servers: ExecaChildProcess[] = [];
	teardown.add(async () => {
		// SIGINT is PostgreSQL's fast shutdown, and as good as any for Redis.
		for (const server of servers) server.kill('SIGINT');
		await Promise.all(servers);
	});
	return {
		redis: await startRedis(binaries.redis, folder, servers),
		postgres: await startPostgres(binaries.postgres, folder, servers),
	};
}

async function startRedis(
	binary: string,
	folder: string,
	servers: ExecaChildProcess[],
): Promise<Services['redis']> {
	const port = await getPort();
	const password = randomBytes(12).toString('hex');
	const settings = [
		'bind 127.0.0.1',
		`port ${port.toString()}`,
		`requirepass ${password}`,
		'save ""',
		'appendonly no',
		'maxmemory-policy noeviction',
		`dir ${folder}`,
	];
	servers.push(startServer(binary, ['-'], { cwd: folder, input: settings.join('\n') }));
	await waitForPort(port, 'Redis');
	return { host: '127.0.0.1', port, password };
}

/** Starts PostgreSQL, which refuses to run as root, as its own user if necessary. */
async function startPostgres(
	binaries: string,
	folder: string,
	servers: ExecaChildProcess[],
): Promise<Services['postgres']> {
	const port = await getPort();
	const password = randomBytes(12).toString('hex');
	const identity: Identity = process.getuid?.() === 0 ? await getIds('postgres') : {};
	const passwordFile = path.join(folder, 'password');
	await writeFile(passwordFile, password, { mode: 0o600 });
	const { uid, gid } = identity;
	if (uid !== undefined && gid !== undefined)
		for (const owned of [folder, passwordFile]) await chown(owned, uid, gid);
	const data = path.join(folder, 'postgres');
	await execa(
		path.join(binaries, 'initdb'),
		[
			'-D',
			data,
			'-U',
			'n8n',
			'-A',
			'scram-sha-256',
			`--pwfile=${passwordFile}`,
			'-E',
			'UTF8',
			'--locale=C',
			'--no-sync',
		],
		{ ...identity, cwd: folder, stdin: 'ignore' },
	);
	const settings = [
		'listen_addresses=127.0.0.1',
		`port=${port.toString()}`,
		'unix_socket_directories=',
		'fsync=off',
	];
	servers.push(
		startServer(
			path.join(binaries, 'postgres'),
			['-D', data, ...settings.flatMap((setting) => ['-c', setting])],
			{ ...identity, cwd: folder },
		),
	);
	await waitForPort(port, 'PostgreSQL');
	return { host: '127.0.0.1', port, user: 'n8n', password, database: 'postgres' };
}

function startServer(
	file: string,
	parameters: string[],
	options: execa.Options,
): ExecaChildProcess {
	// Own process group: on Ctrl+C, the test stops n8n first and these servers afterwards.
	return execa(file, parameters, {
		...options,
		reject: false,
		stdout: 'ignore',
		stderr: 'ignore',
		detached: true,
	});
}

interface Identity {
	uid?: number;
	gid?: number;
}

async function getIds(user: string): Promise<Identity> {
	const [uid, gid] = await Promise.all(
		['-u', '-g'].map(async (which) => Number((await execa('id', [which, user])).stdout)),
	);
	return uid === undefined || gid === undefined ? {} : { uid, gid };
}

async function waitForPort(port: number, what: string): Promise<void> {
	const until = Date.now() + STARTUP_TIMEOUT;
	const once = async (): Promise<boolean> =>
		await new Promise((resolve) => {
			const socket = connect(port, '127.0.0.1');
			const answer = (open: boolean) => () => {
				socket.destroy();
				resolve(open);
			};
			socket.once('connect', answer(true)).once('error', answer(false));
		});
	while (!(await once())) {
		if (Date.now() > until) throw new Error(`${what} didn't start.`);
		await sleep(100);
	}
}
