import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import execa from 'execa';

import { resolveInputPath, readWorkflowFile } from '../harness/cli/inputFile';
import { listScenarios } from '../harness/cli/scenario';
import { readShippedWorkflow } from './shippedWorkflows';

const ROOT = path.resolve(__dirname, '../..');
let folder: string;

beforeAll(() => {
	folder = mkdtempSync(path.join(tmpdir(), 'flow-'));
});

afterAll(() => {
	rmSync(folder, { recursive: true, force: true });
});

/** Puts a file into the folder in which the user calls npm. */
function write(name: string, content: unknown): string {
	const file = path.join(folder, name);
	writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
	return file;
}

/** Calls the command as `npm run flow` does: in the repository, with the folder of the user in INIT_CWD. */
async function flow(...parameters: string[]) {
	const loader = path.join(ROOT, 'node_modules/tsx/dist/loader.mjs');
	const { exitCode, all = '' } = await execa(
		process.execPath,
		['--import', loader, 'test/harness/cli.ts', ...parameters],
		{ cwd: ROOT, env: { INIT_CWD: folder }, all: true, reject: false },
	);
	return { exitCode, printed: all };
}

describe('a file that the user gives', () => {
	it('counts from where npm was called', () => {
		expect(resolveInputPath('my-flow.json', folder)).toBe(path.join(folder, 'my-flow.json'));
		expect(resolveInputPath(path.join(folder, 'my-flow.json'), '/elsewhere')).toBe(
			path.join(folder, 'my-flow.json'),
		);
	});

	it.each([
		['holds half of a JSON', '{"nodes": [', /broken.json is no JSON/u],
		[
			'holds something else',
			{ name: 'package' },
			/broken.json is no workflow that n8n has exported \(nodes: Required; connections: Required\)/u,
		],
		[
			'holds several workflows',
			[
				readShippedWorkflow('1-invite-at-the-trigger-stage.json'),
				readShippedWorkflow('4-progress.json'),
			],
			/broken.json holds 2 workflows/u,
		],
	])('is refused when it %s', (_what, content, said) => {
		const file = write('broken.json', content);
		expect(() => readWorkflowFile(file)).toThrow(said);
	});

	it('is refused when it is a folder', () => {
		expect(() => readWorkflowFile(folder)).toThrow('cannot be read (EISDIR)');
	});

	it('is taken when it is as n8n’s command line exports it: a list of one, with a byte order mark', () => {
		const file = write(
			'exported.json',
			`\uFEFF${JSON.stringify([readShippedWorkflow('4-progress.json')])}`,
		);
		expect(readWorkflowFile(file).name).toBe('Progress');
	});
});

describe('the command', () => {
	it('runs the flow in the folder of the user, and says with its exit code that all is well', async () => {
		write('my-flow.json', readShippedWorkflow('1-invite-at-the-trigger-stage.json'));
		const { exitCode, printed } = await flow('my-flow.json', '--scenario', 'stage-change');
		expect(printed).toContain('The flow did what the scenario expects.');
		expect(exitCode).toBe(0);
	});

	it('says with its exit code that something is not as it should be', async () => {
		const mine = {
			about: 'Mine',
			candidate: 'Ada Example',
			given: [],
			when: [{ do: 'moveToStage', stage: 'Offer' }],
			expect: { '*': { lever: { tags: ['Gold'] } } },
		};
		write('my-scenario.json', mine);
		const { exitCode, printed } = await flow('my-flow.json', '--scenario', 'my-scenario.json');
		expect(printed).toContain('✗ The profile has no tag "Gold".');
		expect(exitCode).toBe(1);
	});

	it('names the file that is not there', async () => {
		const { exitCode, printed } = await flow('nowhere.json', '--scenario', 'stage-change');
		expect(printed.trim()).toBe(
			`There is no file ${path.join(folder, 'nowhere.json')}. Paths count from the folder in which you call npm.`,
		);
		expect(exitCode).toBe(1);
	});

	it('lists the scenarios when asked for help', async () => {
		const { exitCode, printed } = await flow('--help');
		expect(
			listScenarios().filter((name) => !new RegExp(`^ {2}${name} +\\S`, 'mu').test(printed)),
		).toEqual([]);
		expect(exitCode).toBe(0);
	});
});
