import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import path from 'node:path';

import execa from 'execa';
import type { INodeTypeDescription } from 'n8n-workflow';

const ROOT = path.resolve(__dirname, '../..');

const { n8n, dependencies = {} } = JSON.parse(
	readFileSync(path.join(ROOT, 'package.json'), 'utf8'),
) as {
	dependencies?: Record<string, string>;
	n8n: { nodes: string[]; credentials: string[] };
};
const ENTRIES = [...n8n.nodes, ...n8n.credentials];

/** Every file in some folders of the repository, by its path from the root. */
function filesIn(...folders: string[]): string[] {
	return folders
		.filter((folder) => existsSync(path.join(ROOT, folder)))
		.flatMap((folder) =>
			readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' }).map((file) =>
				path.posix.join(folder, file.replaceAll(path.sep, '/')),
			),
		)
		.filter((file) => statSync(path.join(ROOT, file)).isFile());
}

const sources = filesIn('nodes', 'credentials');
/** What the build makes of them: one file of code for each, and the icons, codex files and output previews as they are. */
const built = sources.map((file) => path.posix.join('dist', file.replace(/\.ts$/u, '.js'))).sort();

/** Whether dist is what a build would write. */
function isBuilt(): boolean {
	const modified = (file: string): number => statSync(path.join(ROOT, file)).mtimeMs;
	const inputs = [...sources, 'tsconfig.json', 'tsconfig.build.json', 'gulpfile.js'];
	return (
		filesIn('dist').sort().join() === built.join() &&
		Math.max(...inputs.map(modified)) <= Math.min(...ENTRIES.map(modified))
	);
}

let published: string[];

beforeAll(async () => {
	const npm = async (...parameters: string[]) =>
		await execa('npm', parameters, { cwd: ROOT, stdin: 'ignore', preferLocal: true });
	if (!isBuilt()) await npm('run', '--silent', 'build');
	const { stdout } = await npm('pack', '--dry-run', '--json', '--silent');
	const [packed] = JSON.parse(stdout) as { files: { path: string }[] }[];
	published = (packed?.files ?? []).map((file) => file.path).sort();
}, 240_000);

it('publishes each source as one file, the workflows, the README and the license, and nothing else', () => {
	const workflows = filesIn('workflows').filter((file) => file.endsWith('.json'));
	expect(published).toEqual(
		[...built, ...workflows, 'LICENSE', 'README.md', 'package.json'].sort(),
	);
});

it('requires nothing that a user’s n8n does not have', () => {
	expect(dependencies).toEqual({});
	const required = published
		.filter((file) => file.endsWith('.js'))
		.flatMap((file) =>
			[...readFileSync(path.join(ROOT, file), 'utf8').matchAll(/\brequire\("([^"]+)"\)/gu)].map(
				([, name = '']) => name,
			),
		)
		.filter((name) => !name.startsWith('.') && !isBuiltin(name));
	expect([...new Set(required)]).toEqual(['n8n-workflow']);
});

it.each(ENTRIES)('%s has the class that n8n looks for, with its icons and codex file', (entry) => {
	const name = path.posix.basename(entry).split('.')[0] ?? '';
	const exported = jest.requireActual<Record<string, (new () => object) | undefined>>(
		path.join(ROOT, entry),
	);
	const Class = exported[name];
	if (!Class) throw new Error(`${entry} exports no ${name}.`);
	const { description } = new Class() as { description?: INodeTypeDescription };
	if (!description) return;
	const { light, dark } = description.icon as { light: string; dark: string };
	const beside = [light, dark].map((icon) =>
		path.posix.join(path.posix.dirname(entry), icon.replace('file:', '')),
	);
	expect(published).toEqual(expect.arrayContaining([...beside, entry.replace(/\.js$/u, '.json')]));
});
