import { access, readdir } from 'node:fs/promises';
import path from 'node:path';

import execa from 'execa';

const DEBIAN_POSTGRES = '/usr/lib/postgresql';

/** The locations of Redis and PostgreSQL. */
export interface Binaries {
	redis: string;
	/** The folder with PostgreSQL's programs. */
	postgres: string;
}

/** Finds both. Installs them if they are missing and this is root on Debian; otherwise throws an error that says what to install. */
export async function getBinaries(): Promise<Binaries> {
	const found = await findBinaries();
	if (found) return found;
	if (process.getuid?.() === 0 && (await findInPath('apt-get')) !== undefined) {
		console.log('Installing redis-server and postgresql with apt-get…');
		// Run level 1 keeps the packages from starting their own servers.
		const env = { DEBIAN_FRONTEND: 'noninteractive', RUNLEVEL: '1' };
		await execa('apt-get', ['update', '-q'], { env, stdin: 'ignore' });
		await execa(
			'apt-get',
			['install', '-q', '-y', '--no-install-recommends', 'redis-server', 'postgresql'],
			{ env, stdin: 'ignore' },
		);
		const installed = await findBinaries();
		if (installed) return installed;
	}
	throw new Error(
		'Redis or PostgreSQL is missing. Install both, e.g. "sudo apt-get install redis-server postgresql" or "brew install redis postgresql", and run this again.',
	);
}

async function findBinaries(): Promise<Binaries | undefined> {
	const redis = await findInPath('redis-server');
	const initdb = await findInPath('initdb');
	const postgres = initdb === undefined ? await findDebianPostgres() : path.dirname(initdb);
	return redis === undefined || postgres === undefined ? undefined : { redis, postgres };
}

async function findInPath(program: string): Promise<string | undefined> {
	const folders = [...(process.env.PATH ?? '').split(path.delimiter), '/usr/bin', '/usr/local/bin'];
	for (const folder of folders)
		if (await exists(path.join(folder, program))) return path.join(folder, program);
	return undefined;
}

/** Debian keeps each version in its own folder, outside the path. */
async function findDebianPostgres(): Promise<string | undefined> {
	const versions = (await readdir(DEBIAN_POSTGRES).catch(() => [])).sort(
		(one, other) => Number(other) - Number(one),
	);
	for (const version of versions)
		if (await exists(path.join(DEBIAN_POSTGRES, version, 'bin/initdb')))
			return path.join(DEBIAN_POSTGRES, version, 'bin');
	return undefined;
}

async function exists(file: string): Promise<boolean> {
	return await access(file).then(
		() => true,
		() => false,
	);
}
