import { readdirSync } from 'node:fs';
import path from 'node:path';

import { operationsReference } from '../../../scripts/operationsReference';
import { readScenario, scenarioNames } from '../../harness/cli/scenario';
import { anchors, blocks, commands, exists, links, pages, pictures, read, ROOT } from './documents';

const manifest = JSON.parse(read('package.json')) as {
	name: string;
	repository: { url: string };
	scripts: Record<string, string>;
};
const all = pages();
/** How somebody gets the repository. */
const TO_GET_IT = [
	`git clone ${manifest.repository.url.replace(/^git\+|\.git$/gu, '')}`,
	`cd ${manifest.name}`,
];
/** What installs first what a fresh clone lacks. */
const INSTALLS_FIRST = /^node scripts\/with-dependencies\.mjs (?:&& \w|[\w/.-]+\.ts$)/u;

it('docs/operations.md is what the nodes say: run "npm run docs" after a change', () => {
	expect(read('docs/operations.md')).toBe(operationsReference());
});

describe.each(all)('$file', (page) => {
	it('links to pages and headings that exist', () => {
		const broken = links(page).filter(
			({ target, heading }) =>
				!exists(target) || (heading !== '' && !anchors(read(target)).includes(heading)),
		);
		expect(broken).toEqual([]);
	});

	it('shows commands that work on a fresh clone, on files that exist', () => {
		expect(commands(page.text).filter((command) => !works(command))).toEqual([]);
	});

	it('says in words what its pictures show', () => {
		expect(pictures(page).filter(({ words }) => words.trim() === '')).toEqual([]);
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

it('every script of npm installs first what a fresh clone lacks', () => {
	expect(
		Object.entries(manifest.scripts).filter(([, script]) => !INSTALLS_FIRST.test(script)),
	).toEqual([]);
});

it('every picture is shown on a page', () => {
	const shown = all.flatMap((page) => pictures(page).map(({ picture }) => picture));
	const taken = readdirSync(path.join(ROOT, 'docs/images')).map((file) => `docs/images/${file}`);
	expect(taken.filter((picture) => !shown.includes(picture))).toEqual([]);
});

it('the README’s headings are where nodes and credentials link to', () => {
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

it('the README knows every flow', () => {
	expect(
		[...read('README.md').matchAll(/\(workflows\/(\d[\w-]+\.json)\)/gu)]
			.map((match) => match[1])
			.sort(),
	).toEqual(
		[
			'0-check-the-set-up',
			'1-invite-at-the-trigger-stage',
			'2-invite-everyone-who-applies',
			'3-results-to-lever',
			'4-progress',
			'5-lever-to-harver',
			'6-reconcile',
			'7-report-failures',
		].map((name) => `${name}.json`),
	);
});

it('the example in testing-your-flows.md is the one that is tested', () => {
	expect(blocks(read('docs/testing-your-flows.md'), 'ts')).toEqual([
		read('test/workflows/example.test.ts'),
	]);
});

it('testing-your-flows.md names every scenario and every step', () => {
	const text = read('docs/testing-your-flows.md');
	expect(scenarioNames().filter((name) => !text.includes(`\`${name}\``))).toEqual([]);
	const steps = scenarioNames()
		.flatMap((name) => [...readScenario(name).given, ...readScenario(name).when])
		.map((step) => step.do);
	expect(steps.filter((step) => !text.includes(`\`${step}\``))).toEqual([]);
});
