import { runWorkflow, type RunResult } from '../harness';
import { findOpportunity } from '../harness/cli/candidate';
import { performStep } from '../harness/cli/steps';
import {
	DEMO_API_KEY,
	DEMO_USER,
	HARVER_ACCOUNT,
	HARVER_CLIENT,
	startSandbox,
	type Sandbox,
} from '../sandbox';
import { readShippedWorkflow } from './shippedWorkflows';

const workflow = readShippedWorkflow('5-lever-to-harver.json');
const CANDIDATE = 'Lea Leaver';

let sandbox: Sandbox;
beforeEach(async () => {
	sandbox = await startSandbox({ webhookRetryDelays: [] });
	sandbox.harver.behavior.ignoreSearchFilters = true;
});
afterEach(async () => {
	await sandbox.close();
});

/** People whom the same vacancy invited, the candidate among them, in a Harver that ignores what is searched for. */
function invite(...names: string[]): void {
	for (const name of names) {
		const email = `${name.toLowerCase().replace(' ', '.')}@example.org`;
		performStep(sandbox, name, { do: 'apply', posting: 'Customer Support Agent', email });
		performStep(sandbox, name, { do: 'invite', vacancy: 'Customer Support Agent' });
	}
}

/** Runs the workflow on an event, as its trigger would start it. */
async function run(event: string, opportunityId: string): Promise<RunResult> {
	return await runWorkflow(workflow, {
		startNode: 'Settings',
		items: [{ json: { event, triggeredAt: Date.now(), data: { opportunityId } } }],
		credentials: {
			leverApi: {
				environment: 'custom',
				baseUrl: `${sandbox.url}/v1`,
				performAs: DEMO_USER,
				apiKey: DEMO_API_KEY,
			},
			harverApi: {
				...HARVER_CLIENT,
				environment: 'custom',
				baseUrl: sandbox.url,
				accountId: HARVER_ACCOUNT,
			},
		},
	});
}

function getStatuses(): string[] {
	return sandbox.harver.applications.map(
		({ candidate, status }) => `${candidate.firstName} ${candidate.lastName}: ${status}`,
	);
}

const few = ['Ada Applicant', 'Bo Applicant'];
const many = Array.from({ length: 13 }, (_, number) => `Number${number.toString()} Applicant`);

describe('a candidate who leaves the pipeline, when Harver ignores what is searched for', () => {
	it('is the only one who is rejected', async () => {
		invite(...few, CANDIDATE);
		const id = findOpportunity(sandbox, CANDIDATE)?.id ?? '';
		performStep(sandbox, CANDIDATE, { do: 'archive', reason: 'Underqualified' });
		expect((await run('candidateArchiveChange', id)).error).toBeUndefined();
		expect(getStatuses()).toEqual([
			...few.map((name) => `${name}: in-progress`),
			`${CANDIDATE}: rejected`,
		]);
	});

	it('is the only one who is deleted', async () => {
		invite(...few, CANDIDATE);
		const id = findOpportunity(sandbox, CANDIDATE)?.id ?? '';
		performStep(sandbox, CANDIDATE, { do: 'delete' });
		expect((await run('candidateDeleted', id)).error).toBeUndefined();
		expect(getStatuses()).toEqual(few.map((name) => `${name}: in-progress`));
	});

	it.each([
		['candidateArchiveChange', { do: 'archive', reason: 'Underqualified' }],
		['candidateDeleted', { do: 'delete' }],
	] as const)('fails rather than touch one of many others: %s', async (event, step) => {
		invite(...many, CANDIDATE);
		const id = findOpportunity(sandbox, CANDIDATE)?.id ?? '';
		performStep(sandbox, CANDIDATE, step);
		expect((await run(event, id)).error?.message).toContain('returned 14 applications');
		expect(getStatuses()).toEqual([...many, CANDIDATE].map((name) => `${name}: in-progress`));
	});
});
