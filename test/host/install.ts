import { access, cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';

import execa from 'execa';

import { BINARIES, HOST_FOLDER, ROOT } from './paths';
import { step } from './progress';

const STAMP = path.join(HOST_FOLDER, '.complete');
const HERE = path.join(ROOT, 'test/host');

/**
 * Installs the pinned n8n, or the version that N8N_VERSION names, unless it is installed. Install scripts are skipped, because
 * one of them downloads a library that is not needed here; the two native modules that n8n needs are built afterwards with the
 * headers of Node 24.
 */
export async function installN8n(): Promise<void> {
	const { N8N_VERSION: version } = process.env;
	const pinned = await readFile(path.join(HERE, 'package.json'), 'utf8');
	const wanted = version
		? pinned.replace(/("n8n": )"[^"]+"/u, (_whole, name: string) => name + JSON.stringify(version))
		: pinned;
	if ((await readFile(STAMP, 'utf8').catch(() => '')) === wanted) return;
	for (const old of ['node_modules', 'package-lock.json'])
		await rm(path.join(HOST_FOLDER, old), { recursive: true, force: true });
	await mkdir(HOST_FOLDER, { recursive: true });
	await writeFile(path.join(HOST_FOLDER, 'package.json'), wanted);
	if (wanted === pinned)
		await cp(path.join(HERE, 'package-lock.json'), path.join(HOST_FOLDER, 'package-lock.json'));
	await step('Installing n8n, once (about three minutes)', async () => {
		await npm([
			wanted === pinned ? 'ci' : 'install',
			'--ignore-scripts',
			'--no-audit',
			'--no-fund',
		]);
	});
	await step('Building its native modules (about a minute)', async () => {
		await npm(['rebuild', 'sqlite3', 'isolated-vm', '--ignore-scripts=false'], {
			npm_config_nodedir: await findHeaders(),
		});
	});
	await writeFile(STAMP, wanted);
}

async function npm(parameters: string[], environment: Record<string, string> = {}): Promise<void> {
	const { failed, stderr } = await execa('npm', parameters, {
		cwd: HOST_FOLDER,
		env: { ...environment, PATH: `${BINARIES}${path.delimiter}${process.env.PATH ?? ''}` },
		reject: false,
		stdin: 'ignore',
	});
	if (failed)
		throw new Error(
			`"npm ${parameters.join(' ')}" failed in ${HOST_FOLDER}.\n${stderr.split('\n').slice(-20).join('\n')}`,
		);
}

/** Finds the C headers of Node 24, which are in its npm package; npm removes them when it installs something else. */
async function findHeaders(): Promise<string> {
	const platform = `node-${process.platform}-${process.arch}`;
	const folders = ['node_modules/node/node_modules', 'node_modules'].map((parent) =>
		path.join(ROOT, parent, platform),
	);
	const there = async (): Promise<string | undefined> => {
		for (const folder of folders)
			if (
				await access(path.join(folder, 'include')).then(
					() => true,
					() => false,
				)
			)
				return folder;
		return undefined;
	};
	const found = await there();
	if (found !== undefined) return found;
	await execa('npm', ['rebuild', 'node', '--ignore-scripts=false'], { cwd: ROOT, stdin: 'ignore' });
	const fetched = await there();
	if (fetched === undefined)
		throw new Error(
			'The headers of Node 24 are missing: delete node_modules and run the command again.',
		);
	return fetched;
}
