import { access, cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';

import execa from 'execa';

import { BINARIES, HOST_FOLDER, ROOT } from './paths';
import { step } from './progress';

const STAMP = path.join(HOST_FOLDER, '.complete');
const HERE = path.join(ROOT, 'test/host');

/**
 * Installs the pinned n8n unless it is there. Install scripts are not run, because one of them downloads what is not
 * needed; the two native modules that are needed are built afterwards against the headers that come with Node 24.
 */
export async function installHost(): Promise<void> {
	const wanted = await readFile(path.join(HERE, 'package.json'), 'utf8');
	if ((await readFile(STAMP, 'utf8').catch(() => '')) === wanted) return;
	await mkdir(HOST_FOLDER, { recursive: true });
	for (const file of ['package.json', 'package-lock.json']) await cp(path.join(HERE, file), path.join(HOST_FOLDER, file));
	await step('Installing n8n, once (about three minutes)', async () => {
		await npm(['ci', '--ignore-scripts', '--no-audit', '--no-fund']);
	});
	await step('Building its native modules (about a minute)', async () => {
		await npm(['rebuild', 'sqlite3', 'isolated-vm', '--ignore-scripts=false'], { npm_config_nodedir: await headersFolder() });
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
	if (failed) throw new Error(`"npm ${parameters.join(' ')}" failed in test/host/installed.\n${stderr.split('\n').slice(-20).join('\n')}`);
}

/** The C headers of Node 24 lie in the npm package that carries it; npm takes them away when it installs something else. */
async function headersFolder(): Promise<string> {
	const platform = `node-${process.platform}-${process.arch}`;
	const folders = ['node_modules/node/node_modules', 'node_modules'].map((parent) => path.join(ROOT, parent, platform));
	const there = async (): Promise<string | undefined> => {
		for (const folder of folders) if (await access(path.join(folder, 'include')).then(() => true, () => false)) return folder;
		return undefined;
	};
	const found = await there();
	if (found !== undefined) return found;
	await execa('npm', ['rebuild', 'node', '--ignore-scripts=false'], { cwd: ROOT, stdin: 'ignore' });
	const fetched = await there();
	if (fetched === undefined) throw new Error('The headers of Node 24 are missing: delete node_modules and run the command again.');
	return fetched;
}
