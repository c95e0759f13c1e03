import { createHash } from 'node:crypto';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';

import execa from 'execa';

import { ROOT, RUNTIME } from './paths';

const PACKED = path.join(RUNTIME, 'packed');

/** Builds the package and packs it as it would be published. Gives the path of the tarball. */
export async function packPackage(): Promise<string> {
	await execa('npm', ['run', '--silent', 'build'], { cwd: ROOT, stdin: 'ignore' });
	await rm(PACKED, { recursive: true, force: true });
	await mkdir(PACKED, { recursive: true });
	const { stdout } = await execa('npm', ['pack', '--json', '--pack-destination', PACKED], {
		cwd: ROOT,
		stdin: 'ignore',
	});
	const [packed] = JSON.parse(stdout) as { filename: string }[];
	if (!packed) throw new Error('npm pack made no tarball.');
	return path.join(PACKED, packed.filename);
}

/**
 * Installs a packed package as n8n's own installer does: unpacked below the user folder, without its development and peer
 * dependencies (n8n brings n8n-workflow; the package has no others). Skips what is installed already.
 */
export async function installPackage(tarball: string, userFolder: string): Promise<void> {
	const nodes = path.join(userFolder, '.n8n/nodes');
	const stamp = path.join(nodes, '.tarball');
	const digest = createHash('sha256')
		.update(await readFile(tarball))
		.digest('hex');
	if ((await readFile(stamp, 'utf8').catch(() => '')) === digest) return;
	const { name, version } = await readManifest(path.join(ROOT, 'package.json'));
	const folder = path.join(nodes, 'node_modules', name);
	await rm(folder, { recursive: true, force: true });
	await mkdir(folder, { recursive: true });
	await execa('tar', ['-xzf', tarball, '-C', folder, '--strip-components=1'], { stdin: 'ignore' });
	const { devDependencies, peerDependencies, ...manifest } = await readManifest(
		path.join(folder, 'package.json'),
	);
	if (!devDependencies || !peerDependencies)
		throw new Error('The packed package.json has lost its dependencies.');
	await writeFile(path.join(folder, 'package.json'), JSON.stringify(manifest, null, 2));
	await writeFile(
		path.join(nodes, 'package.json'),
		JSON.stringify({ name: 'installed-nodes', private: true, dependencies: { [name]: version } }),
	);
	await writeFile(stamp, digest);
}

interface Manifest {
	name: string;
	version: string;
	devDependencies?: Record<string, string>;
	peerDependencies?: Record<string, string>;
}

async function readManifest(file: string): Promise<Manifest> {
	return JSON.parse(await readFile(file, 'utf8')) as Manifest;
}
