import { operationsReference } from '../../../scripts/operationsReference';
import { readScenario, scenarioNames } from '../../harness/cli/scenario';
import { anchors, blocks, commands, exists, links, pages, read } from './documents';

const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
const all = pages();
/** Pages that are written on other branches. */
/** What npm does without a script of ours. */
const OF_NPM = ['install', 'ci', 'pack'];

it('docs/operations.md is what the nodes say: run "npm run docs" after a change', () => {
	expect(read('docs/operations.md')).toBe(operationsReference());
});

describe.each(all)('$file', (page) => {
	it('links to pages and headings that exist', () => {
		const broken = links(page).filter(({ target, heading }) => (!exists(target) || (heading !== '' && !anchors(read(target)).includes(heading))));
		expect(broken).toEqual([]);
	});

	it('shows commands that exist, on files that exist', () => {
		const unknown = commands(page.text).filter((command) => {
			const [, script] = /^npm (?:run )?(?:--silent )?([\w:-]+)/u.exec(command) ?? [];
			const files = command.split(/\s+/u).filter((word) => /^[\w.-]+\/[\w./-]+$/u.test(word));
			const known = script !== undefined && (script in scripts || OF_NPM.includes(script));
			return command.startsWith('npm ') ? !known || files.some((file) => !exists(file)) : files.length === 0 || files.some((file) => !exists(file));
		});
		expect(unknown).toEqual([]);
	});
});

it('the README’s headings are where nodes and credentials link to', () => {
	const linked = ['nodes/Lever/Lever.node.json', 'nodes/LeverTrigger/LeverTrigger.node.json', 'nodes/Harver/Harver.node.json', 'nodes/HarverTrigger/HarverTrigger.node.json', 'credentials/about.ts'].flatMap((file) =>
		[...read(file).matchAll(/#([a-z0-9-]+)["`]/gu)].map((match) => match[1] ?? ''),
	);
	expect(linked.length).toBeGreaterThan(5);
	expect(linked.filter((heading) => !anchors(read('README.md')).includes(heading))).toEqual([]);
});

it('the README knows every flow', () => {
	expect([...read('README.md').matchAll(/\(workflows\/(\d[\w-]+\.json)\)/gu)].map((match) => match[1]).sort()).toEqual(
		['0-check-the-set-up', '1-invite-at-the-trigger-stage', '2-invite-everyone-who-applies', '3-results-to-lever', '4-progress', '5-lever-to-harver', '6-reconcile', '7-report-failures'].map((name) => `${name}.json`),
	);
});

it('the example in testing-your-flows.md is the one that is tested', () => {
	expect(blocks(read('docs/testing-your-flows.md'), 'ts')).toEqual([read('test/workflows/example.test.ts')]);
});

it('testing-your-flows.md names every scenario and every step', () => {
	const text = read('docs/testing-your-flows.md');
	expect(scenarioNames().filter((name) => !text.includes(`\`${name}\``))).toEqual([]);
	const steps = scenarioNames().flatMap((name) => [...readScenario(name).given, ...readScenario(name).when]).map((step) => step.do);
	expect(steps.filter((step) => !text.includes(`\`${step}\``))).toEqual([]);
});
