import { runWorkflow } from '../harness';
import {
	DEMO_API_KEY,
	DEMO_CANDIDATE,
	HARVER_ACCOUNT,
	HARVER_CLIENT,
	startSandbox,
	TRIGGER_STAGE,
	type Sandbox,
} from '../sandbox';
import { readShippedWorkflow } from './shippedWorkflows';

let sandbox: Sandbox;

beforeEach(async () => {
	sandbox = await startSandbox();
});

afterEach(async () => {
	await sandbox.close();
});

it('invites a candidate who is moved to the stage, and shows it on the profile', async () => {
	const { lever, harver } = sandbox;
	const candidate = lever.opportunities.find(
		(opportunity) => lever.getContactFor(opportunity).name === DEMO_CANDIDATE,
	);
	const stage = lever.stages.find(({ text }) => text === TRIGGER_STAGE);
	if (!candidate || !stage) throw new Error('The sandbox has no such candidate or stage.');
	lever.moveToStage(candidate.id, stage.id);

	const result = await runWorkflow(readShippedWorkflow('1-invite-at-the-trigger-stage.json'), {
		startNode: 'Candidate Reaches the Stage',
		items: [{ json: { event: 'candidateStageChange', data: { opportunityId: candidate.id } } }],
		credentials: {
			leverApi: { apiKey: DEMO_API_KEY, environment: 'custom', baseUrl: `${sandbox.url}/v1` },
			harverApi: {
				...HARVER_CLIENT,
				environment: 'custom',
				baseUrl: sandbox.url,
				accountId: HARVER_ACCOUNT,
			},
		},
	});

	expect(result.failure).toBeUndefined();
	expect(harver.emails).toHaveLength(1);
	expect(candidate.tags).toContain('Harver: Invited');
	expect(candidate.notes).toHaveLength(1);
});
