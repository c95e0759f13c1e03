import { createHash } from 'node:crypto';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';

import execa from 'execa';

import { BINARIES, ROOT } from './paths';

/** What n8n's installer passes to npm. */
const INSTALL = [
	'install',
	'--audit=false',
	'--fund=false',
	'--bin-links=false',
	'--install-strategy=shallow',
	'--ignore-scripts=true',
	'--package-lock=false',
];

/** Builds the package and packs it as it is published, into a folder. Returns the path of the tarball. */
export async function packPackage(folder: string): Promise<string> {
	await execa('npm', ['run', '--silent', 'build'], { cwd: ROOT, stdin: 'ignore' });
	const { stdout } = await execa('npm', ['pack', '--json', '--pack-destination', folder], {
		cwd: ROOT,
		stdin: 'ignore',
	});
	const [packed] = JSON.parse(stdout) as { filename: string }[];
	if (!packed) throw new Error('npm pack made no tarball.');
	return path.join(folder, packed.filename);
}

/** Unpacks a tarball of npm into a folder, without its top folder. */
export async function unpack(tarball: string, folder: string): Promise<void> {
	await mkdir(folder, { recursive: true });
	await execa('tar', ['-xzf', tarball, '-C', folder, '--strip-components=1'], { stdin: 'ignore' });
}

/**
 * Installs a packed package as n8n does under Settings > Community nodes: unpacked below the user folder, with its own
 * dependencies alone, so that it loads n8n-workflow from n8n. Skips what is installed already.
 */
export async function installPackage(tarball: string, userFolder: string): Promise<void> {
	const nodes = path.join(userFolder, '.n8n/nodes');
	const stamp = path.join(nodes, '.tarball');
	const digest = createHash('sha256')
		.update(await readFile(tarball))
		.digest('hex');
	if ((await readFile(stamp, 'utf8').catch(() => '')) === digest) return;
	const { name, version } = await readManifest(ROOT);
	const folder = path.join(nodes, 'node_modules', name);
	await rm(folder, { recursive: true, force: true });
	await unpack(tarball, folder);
	const others = {
		devDependencies: undefined,
		peerDependencies: undefined,
		optionalDependencies: undefined,
	};
	await writeFile(
		path.join(folder, 'package.json'),
		JSON.stringify({ ...(await readManifest(folder)), ...others }, null, 2),
	);
	await execa('npm', INSTALL, {
		cwd: folder,
		env: { PATH: `${BINARIES}${path.delimiter}${process.env.PATH ?? ''}` },
		stdin: 'ignore',
	});
	await writeFile(
		path.join(nodes, 'package.json'),
		JSON.stringify({ name: 'installed-nodes', private: true, dependencies: { [name]: version } }),
	);
	await writeFile(stamp, digest);
}

interface Manifest {
	name: string;
	version: string;
}

async function readManifest(folder: string): Promise<Manifest> {
	return JSON.parse(await readFile(path.join(folder, 'package.json'), 'utf8')) as Manifest;
}
