import { mkdir, readdir, rm, stat, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';

import execa from 'execa';

import { packPackage } from '../../host/packPackage';
import { BINARIES, ROOT } from '../../host/paths';
import { step } from '../../host/progress';
import type { Bench } from '../report';
import { type Figure, median, MEGABYTE } from '../figures';

const OURS = 'n8n-nodes-lever-harver';
/** Well-known community packages that install from the registry, pinned. */
const PEERS = [
	{ name: 'n8n-nodes-evolution-api', version: '1.0.4' },
	{ name: '@mendable/n8n-nodes-firecrawl', version: '2.1.2' },
	{ name: 'n8n-nodes-mcp', version: '0.1.37' },
];

export const packages: Bench = {
	name: 'packages',
	title: 'Package size and load time',
	how: 'The packages are installed in separate folders with their dependencies, except n8n-workflow, which n8n provides, and loaded with the loader of n8n-core in a new process each time. The numbers are medians.',
	async run(_startHost, quick, teardown) {
		const folder = await teardown.createTemporaryFolder('bench');
		const tarball = await packPackage(folder);
		const names = [OURS, ...PEERS.map(({ name }) => name)];
		for (const name of names) {
			const peer = PEERS.find((one) => one.name === name);
			await step(`Installing ${name}`, async () => {
				await install(path.join(folder, name), peer ? `${name}@${peer.version}` : tarball);
			});
		}
		const loads = new Map(names.map((name) => [name, [] as Loaded[]]));
		for (let round = 0; round < (quick ? 1 : 7); round++) {
			for (const name of names)
				loads.get(name)?.push(await load(path.join(folder, name, 'node_modules', name)));
		}
		const sizes = new Map<string, number>();
		for (const name of names)
			sizes.set(name, (await getSize(path.join(folder, name, 'node_modules'))) / MEGABYTE);
		return buildFigures(names, sizes, loads);
	},
};

/** The time to load a package and its number of nodes. */
interface Loaded {
	milliseconds: number;
	nodes: number;
}

async function install(folder: string, what: string): Promise<void> {
	await mkdir(folder, { recursive: true });
	await writeFile(
		path.join(folder, 'package.json'),
		JSON.stringify({ name: 'installed-nodes', private: true }),
	);
	await execa(
		'npm',
		[
			'install',
			what,
			'--ignore-scripts',
			'--legacy-peer-deps',
			'--omit=dev',
			'--no-audit',
			'--no-fund',
		],
		{ cwd: folder, stdin: 'ignore' },
	);
	const shared = path.join(folder, 'node_modules/n8n-workflow');
	await rm(shared, { recursive: true, force: true });
	await symlink(path.join(ROOT, 'node_modules/n8n-workflow'), shared);
}

async function load(folder: string): Promise<Loaded> {
	const { stdout } = await execa(
		path.join(BINARIES, 'node'),
		[path.join(ROOT, 'test/bench/loadPackage.cjs'), folder],
		{ cwd: ROOT, stdin: 'ignore' },
	);
	return JSON.parse(stdout.split('\n').at(-1) ?? '') as Loaded;
}

/** Returns the size of all files in a folder, without links. */
async function getSize(folder: string): Promise<number> {
	const entries = await readdir(folder, { recursive: true, withFileTypes: true });
	const sizes = await Promise.all(
		entries
			.filter((entry) => entry.isFile())
			.map(async ({ parentPath, name }) => (await stat(path.join(parentPath, name))).size),
	);
	return sizes.reduce((sum, size) => sum + size, 0);
}

function buildFigures(
	names: string[],
	sizes: Map<string, number>,
	loads: Map<string, Loaded[]>,
): Figure[] {
	const ours = { size: sizes.get(OURS) ?? Number.NaN, loads: loads.get(OURS) ?? [] };
	return names.slice(1).flatMap((name): Figure[] => {
		const theirs = loads.get(name) ?? [];
		const nodes = `Nodes: ours ${String(ours.loads[0]?.nodes)}, theirs ${String(theirs[0]?.nodes)}.`;
		return [
			{
				id: `packages.size.${name}`,
				what: 'installed size',
				unit: 'MB',
				ours: ours.size,
				peer: sizes.get(name) ?? Number.NaN,
				peerName: name,
			},
			{
				id: `packages.load.${name}`,
				what: 'time to load all nodes',
				unit: 'ms',
				ours: median(ours.loads.map(({ milliseconds }) => milliseconds)),
				peer: median(theirs.map(({ milliseconds }) => milliseconds)),
				peerName: name,
				remark: nodes,
			},
		];
	});
}
