import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import vm from 'node:vm';

import execa from 'execa';

const ROOT = path.resolve(__dirname, '../..');
/** Bytes. */
const LARGEST_TARBALL = 120_000;
/** Bytes of all JavaScript, unpacked. */
const LARGEST_CODE = 150_000;
const BUNDLE = 'dist/lever-harver.js';
/** What the editor is told of the nodes and credentials. */
const DATA = 'dist/descriptions.json';
/** What the published code may load from elsewhere. */
const ADMITTED = ['n8n-workflow', 'node:crypto'];

interface Packed {
	size: number;
	filename: string;
	files: { path: string; size: number }[];
}

interface Manifest {
	dependencies?: Record<string, string>;
	n8n: { nodes: string[]; credentials: string[] };
}

const { n8n, dependencies = {} } = JSON.parse(
	readFileSync(path.join(ROOT, 'package.json'), 'utf8'),
) as Manifest;
const ENTRIES = [...n8n.nodes, ...n8n.credentials];

/** Everything below some folders of the repository, by paths from its root. */
function below(...folders: string[]): string[] {
	return folders.flatMap((folder) =>
		readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' }).map((file) =>
			path.posix.join(folder, file),
		),
	);
}

const sources = below('nodes', 'credentials');
/** What the build makes: the code, the files that n8n loads by name, and copies of what stands beside the sources. */
const built = [
	BUNDLE,
	DATA,
	...ENTRIES,
	...sources
		.filter((file) => /\.(svg|json)$/u.test(file))
		.map((file) => path.posix.join('dist', file)),
];

/** Whether a build is there that is no older than what it is made from, and holds nothing else. */
function isFresh(): boolean {
	if (!built.every((file) => existsSync(path.join(ROOT, file)))) return false;
	const modified = (file: string): number => statSync(path.join(ROOT, file)).mtimeMs;
	const inputs = [
		...sources.filter((file) => /\.\w+$/u.test(file)),
		'gulpfile.js',
		'package.json',
		'package-lock.json',
		...below('scripts/build'),
	];
	const there = below('dist').filter((file) => /\.\w+$/u.test(file));
	return (
		inputs.every((file) => modified(BUNDLE) >= modified(file)) &&
		there.every((file) => built.includes(file))
	);
}

let folder: string;
let packed: Packed;

beforeAll(async () => {
	folder = mkdtempSync(path.join(tmpdir(), 'lever-harver-package-'));
	if (!isFresh())
		await execa('npm', ['run', '--silent', 'build'], {
			cwd: ROOT,
			stdin: 'ignore',
			preferLocal: true,
		});
	const { stdout } = await execa(
		'npm',
		['pack', '--json', '--silent', '--pack-destination', folder],
		{ cwd: ROOT, stdin: 'ignore' },
	);
	const [first] = JSON.parse(stdout) as Packed[];
	if (!first) throw new Error('npm pack says nothing.');
	packed = first;
	await execa('tar', ['-xzf', packed.filename], { cwd: folder, stdin: 'ignore' });
}, 240_000);

afterAll(() => {
	rmSync(folder, { recursive: true, force: true });
});

it('publishes what runs, the flows and the README, and nothing else', () => {
	const flows = below('workflows').filter((file) => file.endsWith('.json'));
	expect(packed.files.map(({ path: file }) => file).sort()).toEqual(
		[...built, ...flows, 'LICENSE', 'README.md', 'package.json'].sort(),
	);
});

it('publishes no test file', () => {
	expect(
		packed.files
			.map(({ path: file }) => file)
			.filter((file) => /\b(?:tests?|specs?|mocks?|fixtures?)\b/iu.test(file)),
	).toEqual([]);
});

it('depends on nothing at run time', () => {
	expect(dependencies).toEqual({});
});

it('is small', () => {
	expect(packed.size).toBeLessThan(LARGEST_TARBALL);
	const code = packed.files
		.filter(({ path: file }) => file.endsWith('.js'))
		.reduce((bytes, { size }) => bytes + size, 0);
	expect(code).toBeLessThan(LARGEST_CODE);
});

type Loaded = Record<string, (new () => object) | undefined>;

/** Loads a file of the unpacked package where there is nothing but JavaScript and `Buffer`: no `process`, no timer, no file system. */
function load(file: string, loaded = new Map<string, { exports: Loaded }>()): Loaded {
	const earlier = loaded.get(file);
	if (earlier) return earlier.exports;
	const module = { exports: {} };
	loaded.set(file, module);
	const within = (name: string): unknown => {
		if (name.startsWith('.')) return load(path.posix.join(path.posix.dirname(file), name), loaded);
		if (!ADMITTED.includes(name)) throw new Error(`${file} loads ${name}.`);
		return jest.requireActual<object>(name);
	};
	const code = readFileSync(path.join(folder, 'package', file), 'utf8');
	if (file.endsWith('.json')) return (module.exports = JSON.parse(code) as Loaded);
	const run = vm.compileFunction(code, ['module', 'exports', 'require'], {
		filename: file,
		parsingContext: vm.createContext({ Buffer }),
	}) as (...given: unknown[]) => void;
	run(module, module.exports, within);
	return module.exports;
}

/** What a node or credential says of itself, with the names of its functions: option loaders, searches, tests of credentials. */
function told(exported: Loaded, name: string): unknown {
	const Class = exported[name];
	if (!Class) throw new Error(`There is no ${name}.`);
	return JSON.parse(
		JSON.stringify(new Class(), (_key, value: unknown) =>
			typeof value === 'function' ? 'a function' : value,
		),
	);
}

it.each(ENTRIES)('%s gives the class that n8n looks for, as it is in the sources', (entry) => {
	const name = path.basename(entry).split('.')[0] ?? '';
	const source = jest.requireActual<Loaded>(
		path.join(ROOT, path.posix.relative('dist', entry).replace(/\.js$/u, '.ts')),
	);
	const published = load(entry);
	expect(Object.keys(published)).toEqual([name]);
	expect(published[name]?.name).toBe(name);
	expect(Object.getOwnPropertyNames(published[name]?.prototype).sort()).toEqual(
		Object.getOwnPropertyNames(source[name]?.prototype).sort(),
	);
	expect(told(published, name)).toEqual(told(source, name));
});

it('keeps short lines and the names of classes, so that it can be read and an error says what it is', () => {
	const lines = readFileSync(path.join(folder, 'package', BUNDLE), 'utf8').split('\n');
	expect(lines.filter((line) => line.length > 2500)).toEqual([]);
	const classes = sources
		.filter((file) => file.endsWith('.ts'))
		.flatMap((file) =>
			[...readFileSync(path.join(ROOT, file), 'utf8').matchAll(/^(?:export )?class (\w+)/gmu)].map(
				([, name = '']) => name,
			),
		);
	expect(classes.filter((name) => !lines.join('\n').includes(`${name}=class`))).toEqual([]);
});

it.each(n8n.nodes)('%s keeps its previews, codex and icons beside it', (entry) => {
	const files = packed.files.map(({ path: file }) => file);
	const { description } = told(load(entry), path.basename(entry, '.node.js')) as {
		description: { icon: { light: string; dark: string } };
	};
	const beside = [description.icon.light, description.icon.dark].map((icon) =>
		path.posix.join(path.posix.dirname(entry), icon.replace('file:', '')),
	);
	expect(
		[...beside, `${entry.slice(0, -'.js'.length)}.json`].filter((file) => !files.includes(file)),
	).toEqual([]);
});
