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

/** Writes a file to the folder in which the user calls npm. */
function write(name: string, content: unknown): string {
	const file = path.join(folder, name);
	writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
	return file;
}

/** Calls the command as `npm run flow` does: in the repository, with the folder of the user in INIT_CWD. */
async function runCommand(...parameters: string[]) {
	const loader = path.join(ROOT, 'node_modules/tsx/dist/loader.mjs');
	const { exitCode, all = '' } = await execa(
		process.execPath,
		['--import', loader, 'test/harness/cli.ts', ...parameters],
		{ cwd: ROOT, env: { INIT_CWD: folder }, all: true, reject: false },
	);
	return { exitCode, printed: all };
}

describe('an input file', () => {
	it('is found relative to where npm was called', () => {
		expect(resolveInputPath('my-workflow.json', folder)).toBe(
			path.join(folder, 'my-workflow.json'),
		);
		expect(resolveInputPath(path.join(folder, 'my-workflow.json'), '/elsewhere')).toBe(
			path.join(folder, 'my-workflow.json'),
		);
	});

	it.each([
		['contains half a JSON document', '{"nodes": [', /broken.json is not JSON/u],
		[
			'contains something else',
			{ name: 'package' },
			/broken.json is not a workflow exported from n8n \(nodes: Required; connections: Required\)/u,
		],
		[
			'contains several workflows',
			[
				readShippedWorkflow('1-invite-at-the-trigger-stage.json'),
				readShippedWorkflow('4-progress.json'),
			],
			/broken.json contains 2 workflows/u,
		],
	])('is refused when it %s', (_what, content, message) => {
		const file = write('broken.json', content);
		expect(() => readWorkflowFile(file)).toThrow(message);
	});

	it('is refused when it is a folder', () => {
		expect(() => readWorkflowFile(folder)).toThrow('cannot be read (EISDIR)');
	});

	it('may be a list of one with a byte order mark, as n8n’s command line exports it', () => {
		const file = write(
			'exported.json',
			`\uFEFF${JSON.stringify([readShippedWorkflow('4-progress.json')])}`,
		);
		expect(readWorkflowFile(file).name).toBe('Progress');
	});
});

describe('the command', () => {
	it('runs a workflow in the user’s folder, and exits with 0 when it ends as expected', async () => {
		write('my-workflow.json', readShippedWorkflow('1-invite-at-the-trigger-stage.json'));
		const { exitCode, printed } = await runCommand(
			'my-workflow.json',
			'--scenario',
			'stage-change',
		);
		expect(printed).toContain('The workflow did what the scenario expects.');
		expect(exitCode).toBe(0);
	});

	it('exits with 1 when something does not end as expected', async () => {
		const mine = {
			about: 'Mine',
			candidate: 'Ada Example',
			given: [],
			when: [{ do: 'moveToStage', stage: 'Offer' }],
			expect: { '*': { lever: { tags: ['Gold'] } } },
		};
		write('my-scenario.json', mine);
		const { exitCode, printed } = await runCommand(
			'my-workflow.json',
			'--scenario',
			'my-scenario.json',
		);
		expect(printed).toContain('✗ The profile has no tag "Gold".');
		expect(exitCode).toBe(1);
	});

	it('names a missing file', async () => {
		const { exitCode, printed } = await runCommand('nowhere.json', '--scenario', 'stage-change');
		expect(printed.trim()).toBe(
			`The file ${path.join(folder, 'nowhere.json')} does not exist. Paths are relative to the folder in which you call npm.`,
		);
		expect(exitCode).toBe(1);
	});

	it('lists the scenarios in its help', async () => {
		const { exitCode, printed } = await runCommand('--help');
		expect(
			listScenarios().filter((name) => !new RegExp(`^ {2}${name} +\\S`, 'mu').test(printed)),
		).toEqual([]);
		expect(exitCode).toBe(0);
	});
});
