import { findDeviations } from '../chaos/deviations';
import { runWorkflow, type CredentialStore, type RunResult } from '../harness';
import {
	DEMO_API_KEY,
	DEMO_USER,
	HARVER_ACCOUNT,
	HARVER_CLIENT,
	startSandbox,
	TRIGGER_STAGE,
	type Sandbox,
} from '../sandbox';
import type { Application } from '../sandbox/harver/records';
import type { Opportunity } from '../sandbox/lever/records';
import { readShippedWorkflow } from './shippedWorkflows';

const INVITE = readShippedWorkflow('1-invite-at-the-trigger-stage.json');
const RESULTS = readShippedWorkflow('3-results-to-lever.json');
const RECONCILE = readShippedWorkflow('6-reconcile.json');
const SCORE = 81;
/** More than n8n's tries of a failed node, each of which may request three links to a report. */
const TRIES = 12;

let sandbox: Sandbox;
let ada: Opportunity;

beforeEach(async () => {
	sandbox = await startSandbox({
		leverRequestsPerSecond: 100,
		leverBurst: 200,
		harverRequestsPerMinute: 6000,
	});
	const { lever } = sandbox;
	const posting = lever.postings.find(({ text }) => text === 'Customer Support Agent')?.id ?? '';
	const stage = lever.stages.find(({ text }) => text === TRIGGER_STAGE)?.id ?? '';
	ada = lever.addOpportunity(
		{
			name: 'Ada of This Test',
			emails: ['ada-of-this-test@example.org'],
			posting,
			stage,
			origin: 'applied',
		},
		{ silent: true },
	).opportunity;
});

afterEach(async () => {
	await sandbox.close();
});

function credentials(): CredentialStore {
	return {
		leverApi: {
			apiKey: DEMO_API_KEY,
			environment: 'custom',
			baseUrl: `${sandbox.url}/v1`,
			performAs: DEMO_USER,
			requestsPerSecond: 100,
		},
		harverApi: {
			...HARVER_CLIENT,
			environment: 'custom',
			baseUrl: sandbox.url,
			accountId: HARVER_ACCOUNT,
			requestsPerMinute: 6000,
		},
	};
}

async function invite(): Promise<RunResult> {
	const items = [
		{
			json: {
				event: 'candidateStageChange',
				triggeredAt: Date.now(),
				data: { opportunityId: ada.id },
			},
		},
	];
	return await runWorkflow(INVITE, {
		startNode: 'Candidate Reaches the Stage',
		items,
		credentials: credentials(),
	});
}

/** Ada completes the assessment, and Harver reports it. */
async function complete(): Promise<RunResult> {
	const { id } = sandbox.harver.complete(application().id, SCORE);
	return await runWorkflow(RESULTS, {
		startNode: 'Assessment Is Completed',
		items: [{ json: { event: 'CandidateStatusNew', eventType: 'completed', applicationId: id } }],
		credentials: credentials(),
	});
}

async function reconcile(): Promise<void> {
	const result = await runWorkflow(RECONCILE, { startNode: 'By Hand', credentials: credentials() });
	expect(result.failure).toBeUndefined();
}

function application(): Application {
	return (
		sandbox.harver.applications[0] ??
		(() => {
			throw new Error('Ada has no application.');
		})()
	);
}

/** Stops the workflow at the first write to this path, as if n8n were killed there. */
function endsAt(path: string, method = 'POST'): void {
	for (const service of ['lever', 'harver'] as const)
		sandbox.faults.add({ service, method, path, status: 403, times: TRIES });
}

const lostOrDouble = (): string[] =>
	findDeviations(sandbox, [{ opportunityId: ada.id, score: SCORE }]).map(({ kind }) => kind);

it('an invitation and a result without interruption leave nothing to reconcile', async () => {
	await invite();
	await complete();
	expect(lostOrDouble()).toEqual([]);
	const [tags, notes] = [[...ada.tags], [...ada.notes]];
	await reconcile();
	expect([ada.tags, ada.notes]).toEqual([tags, notes]);
});

describe('Reconcile completes an invitation that was interrupted before', () => {
	it.each(['/notes', '/addTags'])('%s', async (path) => {
		endsAt(path);
		expect((await invite()).status).toBe('error');
		expect(ada.tags).not.toContain('Harver: Invited');
		sandbox.faults.clear();
		await reconcile();
		await complete();
		expect(lostOrDouble()).toEqual([]);
	});

	it('/notes, even if the assessment has been completed since', async () => {
		endsAt('/notes');
		await invite();
		sandbox.faults.clear();
		await complete();
		await reconcile();
		expect(lostOrDouble()).toEqual([]);
	});
});

describe('Reconcile completes a result that was interrupted before', () => {
	it.each([
		['/notes', 'POST'],
		['/addLinks', 'POST'],
		['/reports/', 'GET'],
		['/files', 'POST'],
		['/addTags', 'POST'],
		['/removeTags', 'POST'],
	])('%s', async (path, method) => {
		await invite();
		ada.tags.push('Harver: In progress');
		endsAt(path, method);
		expect((await complete()).status).toBe('error');
		sandbox.faults.clear();
		await reconcile();
		expect(lostOrDouble()).toEqual([]);
	});
});

it("a candidate that can't be repaired does not block the others, and is named at the end", async () => {
	await invite();
	endsAt('/notes');
	await complete();
	sandbox.faults.clear();
	const gone = sandbox.lever.addOpportunity(
		{ name: 'Gone of This Test', emails: ['gone-of-this-test@example.org'] },
		{ silent: true },
	).opportunity.id;
	const [{ vacancyId }] = [application()];
	const { application: lost } = sandbox.harver.invite(
		vacancyId,
		{ emailAddress: 'gone-of-this-test@example.org', firstName: 'Gone', lastName: 'Example' },
		{ lever_opportunity_id: gone },
	);
	sandbox.harver.complete(lost.id, 7);
	sandbox.harver.applications.reverse();
	sandbox.lever.remove(gone);
	const result = await runWorkflow(RECONCILE, { startNode: 'By Hand', credentials: credentials() });
	expect(result.failure).toMatchObject({
		node: 'Name Who Is Left',
		message: expect.stringContaining(gone) as string,
	});
	expect(lostOrDouble()).toEqual([]);
});

it('the result tag comes last, after note, link and report', async () => {
	const { lever } = sandbox;
	await invite();
	endsAt('/addTags');
	await complete();
	expect(ada.tags).not.toContain('Harver: Completed');
	expect([ada.notes.length, ada.files.length, lever.getContactFor(ada).links.length]).toEqual([
		2, 1, 1,
	]);
});
