import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';

import execa from 'execa';

const ROOT = path.resolve(__dirname, '../..');
/** Bytes. */
const LARGEST_TARBALL = 150_000;

interface Packed {
	size: number;
	files: { path: string; size: number }[];
}

interface Manifest {
	dependencies?: Record<string, string>;
	n8n: { nodes: string[]; credentials: string[] };
}

/** What the package is built from, by the path of what it is built to. */
function built(): Map<string, string> {
	const sources = ['nodes', 'credentials'].flatMap((folder) => readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' }).map((file) => path.join(folder, file)));
	return new Map(sources.filter((file) => /\.(ts|svg|json)$/u.test(file)).map((file) => [path.join('dist', file.replace(/\.ts$/u, '.js')), file]));
}

/** Whether a build is there that is no older than its sources (to the millisecond: copies keep their time), and holds nothing else. */
function isFresh(): boolean {
	const modified = (file: string): number => (existsSync(path.join(ROOT, file)) ? statSync(path.join(ROOT, file)).mtimeMs : 0);
	if (!existsSync(path.join(ROOT, 'dist'))) return false;
	const there = readdirSync(path.join(ROOT, 'dist'), { recursive: true, encoding: 'utf8' }).filter((file) => /\.\w+$/u.test(file));
	return [...built()].every(([file, source]) => modified(file) + 1 >= modified(source)) && there.every((file) => built().has(path.join('dist', file)));
}

let packed: Packed;

beforeAll(async () => {
	if (!isFresh()) await execa('npm', ['run', '--silent', 'build'], { cwd: ROOT, stdin: 'ignore', preferLocal: true });
	const { stdout } = await execa('npm', ['pack', '--dry-run', '--json', '--silent'], { cwd: ROOT, stdin: 'ignore' });
	const [first] = JSON.parse(stdout) as Packed[];
	if (!first) throw new Error('npm pack says nothing.');
	packed = first;
}, 240_000);

it('publishes what runs, the flows and the README, and nothing else', () => {
	const flows = readdirSync(path.join(ROOT, 'workflows'), { recursive: true, encoding: 'utf8' })
		.filter((file) => file.endsWith('.json'))
		.map((file) => `workflows/${file}`);
	expect(packed.files.map(({ path: file }) => file).sort()).toEqual([...built().keys(), ...flows, 'LICENSE', 'README.md', 'package.json'].sort());
});

it('holds every node and credential that it names', () => {
	const { n8n, dependencies = {} } = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8')) as Manifest;
	const files = packed.files.map(({ path: file }) => file);
	expect([...n8n.nodes, ...n8n.credentials].filter((file) => !files.includes(file))).toEqual([]);
	expect(dependencies).toEqual({});
});

it('is small', () => {
	expect(packed.size).toBeLessThan(LARGEST_TARBALL);
});
