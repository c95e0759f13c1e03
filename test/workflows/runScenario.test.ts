import type { WorkflowJson } from '../harness';
import { runScenario, type ScenarioResult, type ScenarioOptions } from '../harness/cli/runScenario';
import { readScenario, listScenarios } from '../harness/cli/scenario';
import { formatProfile, formatTimeline } from '../harness/cli/format';
import { chain } from './chain';
import { listShippedFiles, readShippedWorkflow } from './shippedWorkflows';

let result: ScenarioResult | undefined;

/** Runs a workflow in a scenario, and returns what the command would print. */
async function run(workflow: WorkflowJson, scenarioName: string, options?: ScenarioOptions) {
	const scenario = readScenario(scenarioName);
	result = await runScenario(workflow, scenario, options);
	const { deliveries, problems, sandbox } = result;
	return {
		problems,
		sandbox,
		timeline: formatTimeline(deliveries).join('\n'),
		profile: formatProfile(sandbox, scenario.candidate).join('\n'),
	};
}

afterEach(async () => {
	await result?.close();
	result = undefined;
});

/** The shipped workflows with their files. */
const shipped = listShippedFiles().map((file) => ({ file, flow: readShippedWorkflow(file) }));
const reportFailures = readShippedWorkflow('7-report-failures.json');

it('expects only of shipped workflows', () => {
	const names = shipped.map(({ flow }) => flow.name);
	expect(
		listScenarios().filter((name) =>
			Object.keys(readScenario(name).expect).some((flow) => !names.includes(flow)),
		),
	).toEqual([]);
	expect(
		listScenarios().filter((name) => Object.keys(readScenario(name).expect).length === 0),
	).toEqual([]);
});

it('covers every shipped workflow that a service starts or that reports failures', () => {
	const expected = new Set(
		listScenarios().flatMap((name) => Object.keys(readScenario(name).expect)),
	);
	expect(
		shipped.filter(({ flow }) => !expected.has(flow.name ?? '')).map(({ file }) => file),
	).toEqual(['0-check-the-set-up.json']);
});

describe.each(listScenarios())('%s', (scenario) => {
	const { expect: expectations } = readScenario(scenario);
	it.each(
		shipped.filter(
			({ flow }) =>
				flow.name !== reportFailures.name && flow.name !== undefined && flow.name in expectations,
		),
	)('ends as expected with $file', async ({ flow }) => {
		const { problems } = await run(
			flow,
			scenario,
			reportFailures.name !== undefined && reportFailures.name in expectations
				? { errorWorkflow: reportFailures }
				: {},
		);
		expect(problems).toEqual([]);
	});
});

it('runs a workflow that no service starts once the scenario has happened', async () => {
	const { problems, profile: shown } = await run(
		readShippedWorkflow('0-check-the-set-up.json'),
		'stage-change',
	);
	expect(problems).toEqual([]);
	expect(shown).toContain('Lever: Ada Example');
});

it('prints each node with its items, in order', async () => {
	const { timeline: shown } = await run(
		readShippedWorkflow('1-invite-at-the-trigger-stage.json'),
		'stage-change',
	);
	expect(
		shown
			.split('\n')
			.filter(Boolean)
			.map((line) =>
				line
					.replace(/\s+\d+ ms$/u, '')
					.replace(/\s{2,}/gu, ' ')
					.trim(),
			),
	).toEqual([
		'Candidate Reaches the Stage: candidateStageChange',
		'✓ Candidate Reaches the Stage 1 item(s)',
		'✓ Settings 1 item(s)',
		'✓ Read the Opportunity 1 item(s)',
		'✓ Still in the Stage? 1 + 0 item(s)',
		'✓ Invite to Harver 1 + 0 item(s)',
		'✓ Comment on the Invitation 1 item(s)',
		'✓ Tag as Invited 1 item(s)',
	]);
});

it('verifies what a manually created webhook delivers', async () => {
	const flow = readShippedWorkflow('1-invite-at-the-trigger-stage.json');
	for (const node of flow.nodes) {
		if (node.name !== 'Candidate Reaches the Stage') continue;
		node.parameters = { ...node.parameters, registration: 'manual' };
		node.credentials = { ...node.credentials, leverWebhookApi: { id: 'any', name: 'any' } };
	}
	const { problems, sandbox } = await run(flow, 'stage-change');
	expect(problems).toEqual([]);
	expect(sandbox.webhooks.webhooks.map(({ createdManually }) => createdManually)).toEqual([true]);
});

it('runs with OAuth2 instead of an API key', async () => {
	const text = JSON.stringify(readShippedWorkflow('1-invite-at-the-trigger-stage.json'))
		.replaceAll('"apiKey"', '"oAuth2"')
		.replaceAll('"leverApi"', '"leverOAuth2Api"');
	const { problems, profile: shown } = await run(JSON.parse(text) as WorkflowJson, 'stage-change');
	expect(problems).toEqual([]);
	expect(shown).toContain('Harver: Invited');
});

it('prints where and why a node failed', async () => {
	const flow = chain([
		{ name: 'Start', type: 'manualTrigger' },
		{ name: 'Stop', type: 'stopAndError', parameters: { errorMessage: 'Out of paper' } },
	]);
	const { problems, timeline: shown } = await run(flow, 'stage-change');
	expect(problems).toEqual(['The workflow failed at "Stop".']);
	expect(shown).toMatch(/✗ Stop .*Out of paper/u);
});

it('fails when nothing starts the workflow', async () => {
	const { problems, timeline: shown } = await run(
		readShippedWorkflow('5-lever-to-harver.json'),
		'stage-change',
	);
	expect(problems).toContain('Nothing started the workflow.');
	expect(shown).toContain('No webhook reached the workflow');
});

it('starts from the given node', async () => {
	const flow = chain([
		{ name: 'Start', type: 'manualTrigger' },
		{ name: 'Last', type: 'noOp' },
	]);
	const { timeline: shown } = await run(flow, 'stage-change', { startNode: 'Last' });
	expect(shown).toContain('✓ Last');
	expect(shown).not.toContain('✓ Start');
});

describe('the error workflow', () => {
	it('runs with the failure, and is printed below it', async () => {
		const { timeline: shown, profile: after } = await run(
			readShippedWorkflow('1-invite-at-the-trigger-stage.json'),
			'harver-down',
			{ errorWorkflow: reportFailures },
		);
		expect(shown).toMatch(
			/✗ Invite to Harver [\s\S]*The error workflow:\n {2}✓ A Flow Has Failed[\s\S]*✓ Tag the Problem/u,
		);
		expect(after).toContain('stopped at "Invite to Harver"');
	});

	it('does not run when nothing fails', async () => {
		const { timeline: shown } = await run(
			readShippedWorkflow('1-invite-at-the-trigger-stage.json'),
			'stage-change',
			{ errorWorkflow: reportFailures },
		);
		expect(shown).not.toContain('The error workflow');
	});

	it('cannot be run alone, and needs an Error Trigger', async () => {
		await expect(run(reportFailures, 'harver-down')).rejects.toThrow('--error-workflow');
		await expect(
			run(readShippedWorkflow('1-invite-at-the-trigger-stage.json'), 'harver-down', {
				errorWorkflow: readShippedWorkflow('4-progress.json'),
			}),
		).rejects.toThrow('has no Error Trigger');
	});
});

it('names each thing that did not end as expected', async () => {
	const scenario = readScenario('stage-change');
	const flow = readShippedWorkflow('1-invite-at-the-trigger-stage.json');
	const wrong = {
		runs: 2,
		fails: 'Out of paper',
		lever: {
			tags: ['Gold'],
			withoutTags: ['Harver: Invited'],
			notes: ['Welcome', 'Invited'],
			files: 1,
			links: 0,
		},
		harver: { applications: 1, invitations: 2, status: 'hired' },
	};
	result = await runScenario(flow, { ...scenario, expect: { '*': wrong } });
	expect(result.problems).toEqual([
		'The workflow was started 1 time(s), not 2.',
		'The workflow should have failed with "Out of paper", but no node failed.',
		'The profile has no tag "Gold".',
		'The profile has the tag "Harver: Invited".',
		'The profile has no note with "Welcome".',
		'Expected 2 note(s), found 1.',
		'Expected 1 file(s), found 0.',
		'Expected 2 invitation(s), found 1.',
		'The application in Harver has the status "in-progress", not "hired".',
	]);
});

it('says what is wrong with a scenario file', () => {
	expect(() => readScenario('./package.json')).toThrow(
		/package.json is not a scenario: .*candidate: Required/u,
	);
	expect(() => readScenario('nowhere')).toThrow(
		/There is no scenario "nowhere". Choose one of .*stage-change/u,
	);
	expect(() => readScenario('./nowhere.json')).toThrow(/The file .*nowhere.json does not exist/u);
});
