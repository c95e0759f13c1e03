import type { WorkflowJson } from '../harness';
import { runScenario, type Outcome } from '../harness/cli/runScenario';
import { readScenario, scenarioNames } from '../harness/cli/scenario';
import { profile, timeline } from '../harness/cli/timeline';
import { chain } from './chain';
import { shippedFlow } from './flows';

let outcome: Outcome | undefined;

/** Runs a flow in a scenario and gives what the command would print. */
async function run(flow: WorkflowJson, scenarioName: string, start?: string) {
	const scenario = readScenario(scenarioName);
	outcome = await runScenario(flow, scenario, start);
	const { received, passed, sandbox } = outcome;
	return { passed, sandbox, timeline: timeline(received).join('\n'), profile: profile(sandbox, scenario.candidate).join('\n') };
}

afterEach(async () => {
	await outcome?.close();
	outcome = undefined;
});

it('offers these scenarios', () => {
	expect(scenarioNames()).toEqual(['application-created', 'assessment-completed', 'deleted', 'hired', 'stage-change']);
});

describe('runs the shipped flows', () => {
	it.each([
		['1-invite-at-the-trigger-stage.json', 'stage-change', /Harver: Invited[\s\S]*Invited to the Harver assessment[\s\S]*1 application\(s\), 1 invitation/u],
		['2-invite-everyone-who-applies.json', 'application-created', /Nia Newcomer\n[\s\S]*Harver: Invited/u],
		['3-results-to-lever.json', 'assessment-completed', /Harver: 87%[\s\S]*file {6}Harver report[\s\S]*link/u],
		['4-progress.json', 'assessment-completed', /Harver: 1 application/u],
		['5-lever-to-harver.json', 'hired', /archived[\s\S]*status {4}hired/u],
		['5-lever-to-harver.json', 'deleted', /Ada Example is not there\nHarver: 0 application/u],
		['6-reconcile.json', 'stage-change', /Harver: Invited/u],
		['0-check-the-set-up.json', 'stage-change', /Lever: Ada Example/u],
	])('%s when %s', async (file, scenario, shown) => {
		const result = await run(shippedFlow(file), scenario);
		expect(result.timeline).not.toContain('✗');
		expect(result.profile).toMatch(shown);
		expect(result.passed).toBe(true);
	});
});

it('shows each node with its items, in order', async () => {
	const { timeline: shown } = await run(shippedFlow('1-invite-at-the-trigger-stage.json'), 'stage-change');
	expect(shown.split('\n').filter(Boolean).map((line) => line.replace(/\s+\d+ ms$/u, '').replace(/\s{2,}/gu, ' ').trim())).toEqual([
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

it('verifies what a webhook made by hand delivers', async () => {
	const flow = shippedFlow('1-invite-at-the-trigger-stage.json');
	for (const node of flow.nodes) {
		if (node.name !== 'Candidate Reaches the Stage') continue;
		node.parameters = { ...node.parameters, registration: 'manual' };
		node.credentials = { ...node.credentials, leverWebhookApi: { id: 'any', name: 'any' } };
	}
	const { passed, sandbox } = await run(flow, 'stage-change');
	expect(passed).toBe(true);
	expect(sandbox.webhooks.webhooks.map(({ madeByHand }) => madeByHand)).toEqual([true]);
});

it('runs with OAuth2 in place of the key', async () => {
	const text = JSON.stringify(shippedFlow('1-invite-at-the-trigger-stage.json')).replaceAll('"apiKey"', '"oAuth2"').replaceAll('"leverApi"', '"leverOAuth2Api"');
	const { passed, profile: shown } = await run(JSON.parse(text) as WorkflowJson, 'stage-change');
	expect(passed).toBe(true);
	expect(shown).toContain('Harver: Invited');
});

it('fails, and says where and why, when a node fails', async () => {
	const flow = chain([
		{ name: 'Start', type: 'manualTrigger' },
		{ name: 'Stop', type: 'stopAndError', parameters: { errorMessage: 'Out of paper' } },
	]);
	const { passed, timeline: shown } = await run(flow, 'stage-change');
	expect(passed).toBe(false);
	expect(shown).toMatch(/✗ Stop .*Out of paper/u);
});

it('fails when nothing of the scenario starts the flow', async () => {
	const { passed, timeline: shown } = await run(shippedFlow('5-lever-to-harver.json'), 'stage-change');
	expect(passed).toBe(false);
	expect(shown).toContain('Nothing reached the flow');
});

it('starts where it is told to', async () => {
	const flow = chain([{ name: 'Start', type: 'manualTrigger' }, { name: 'Last', type: 'noOp' }]);
	const { timeline: shown } = await run(flow, 'stage-change', 'Last');
	expect(shown).toContain('✓ Last');
	expect(shown).not.toContain('✓ Start');
});

it('says what is wrong with a scenario', () => {
	expect(() => readScenario('package.json')).toThrow(/package.json is no scenario: .*candidate: Required/u);
});
