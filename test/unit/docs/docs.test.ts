import { operationsReference } from '../../../scripts/operationsReference';
import { anchors, blocks, commands, exists, links, pages, read } from './documents';

const manifest = JSON.parse(read('package.json')) as {
	name: string;
	repository: { url: string };
	scripts: Record<string, string>;
};
/** How somebody gets the repository. */
const TO_GET_IT = [
	`git clone ${manifest.repository.url.replace(/^git\+|\.git$/gu, '')}`,
	`cd ${manifest.name}`,
];
/** A script that first installs what a fresh clone lacks. */
const INSTALLS_FIRST = /^node scripts\/with-dependencies\.mjs (?:&& \w|[\w/.-]+\.ts$)/u;

it('docs/operations.md is up to date: run "npm run docs" after a change', () => {
	expect(read('docs/operations.md')).toBe(operationsReference());
});

describe.each(pages())('$file', (page) => {
	it('links to pages and headings that exist', () => {
		const broken = links(page).filter(
			({ target, heading }) =>
				!exists(target) || (heading !== '' && !anchors(read(target)).includes(heading)),
		);
		expect(broken).toEqual([]);
	});

	it('shows commands that work on a fresh clone', () => {
		expect(commands(page.text).filter((command) => !works(command))).toEqual([]);
	});
});

function works(command: string): boolean {
	if (TO_GET_IT.includes(command)) return true;
	const files = command.split(/\s+/u).filter((word) => /^[\w.-]+\/[\w./-]+$/u.test(word));
	if (!files.every(exists)) return false;
	const [, script] = /^npm (?:run )?(?:--silent )?([\w:-]+)/u.exec(command) ?? [];
	return script === undefined
		? files.length > 0
		: INSTALLS_FIRST.test(manifest.scripts[script] ?? '');
}

it('the README has the headings that nodes and credentials link to', () => {
	const linked = [
		'nodes/Lever/Lever.node.json',
		'nodes/LeverTrigger/LeverTrigger.node.json',
		'nodes/Harver/Harver.node.json',
		'nodes/HarverTrigger/HarverTrigger.node.json',
		'credentials/metadata.ts',
	].flatMap((file) =>
		[...read(file).matchAll(/#([a-z0-9-]+)["`]/gu)].map((match) => match[1] ?? ''),
	);
	expect(linked.length).toBeGreaterThan(5);
	expect(linked.filter((heading) => !anchors(read('README.md')).includes(heading))).toEqual([]);
});

it('the example in testing-your-flows.md is the one that is tested', () => {
	expect(blocks(read('docs/testing-your-flows.md'), 'ts')).toEqual([
		read('test/workflows/example.test.ts'),
	]);
});
