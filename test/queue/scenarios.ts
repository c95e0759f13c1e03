import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';

import { checkInvitation } from '../host/demoChecks';
import { DEMO_CANDIDATE } from '../sandbox';
import type { Cluster } from './cluster';
import { formatOutcome, getOutcome } from './outcome';
import {
	formatAnswers,
	addApplicants,
	waitForExecutions,
	getExecutions,
	moveToTriggerStage,
	formatSecondsSince,
	type Scenario,
	formatRequests,
} from './scenario';

const MINUTE = 60_000;
const BURST_SIZE = 200;
/** Candidates invited before a worker is killed. */
const KILL_AFTER = 50;
/** Pairs of events, enough for both of a pair to run at once on two workers. */
const PAIRS = 20;
/** The workflow that repairs what was missed, and its trigger. */
export const RECONCILE = { workflowId: 'leverHarverFlow6', trigger: 'Every Hour' };
/** The statuses of executions whose worker was killed. */
const BROKEN = ['crashed', 'error'];

/** Returns the number of executions of a workflow. */
async function countExecutions({ client }: Cluster, workflowId: string): Promise<number> {
	return await client.countExecutions(workflowId);
}

export function buildScenarios({
	trigger,
	applies,
	reconciles,
}: {
	trigger: string;
	applies: string;
	reconciles: boolean;
}): Scenario[] {
	return [
		{
			name: 'a candidate moved to the trigger stage is invited once, and the profile shows it',
			run: async (cluster) => {
				const startedAt = Date.now();
				const { lever } = cluster.sandbox;
				moveToTriggerStage(
					cluster,
					lever.opportunities.find(
						(opportunity) => lever.getContactFor(opportunity).name === DEMO_CANDIDATE,
					) ?? assert.fail(DEMO_CANDIDATE),
				);
				await waitForExecutions(cluster, trigger, 1, MINUTE);
				for (const { ok, what } of checkInvitation(cluster.sandbox)) assert.ok(ok, what);
				assert.equal(
					cluster.workers.flatMap((worker) => getExecutions(worker).begun).length,
					1,
					'a worker ran it',
				);
				return formatSecondsSince(startedAt);
			},
		},
		{
			name: 'a repeated delivery starts one execution',
			run: async (cluster) => {
				const before = await countExecutions(cluster, trigger);
				const delivery =
					cluster.sandbox.webhooks.deliveries.find(
						({ event }) => event === 'candidateStageChange',
					) ?? assert.fail('no delivery');
				await Promise.all(
					[1, 2, 3].map(async () => {
						await cluster.sandbox.webhooks.rerun(delivery);
					}),
				);
				await waitForExecutions(cluster, trigger, before, MINUTE);
				assert.equal(await countExecutions(cluster, trigger), before);
				return '3 duplicates at once';
			},
		},
		{
			name: 'two simultaneous events for one move, on two workers, cause one invitation',
			run: async (cluster) => {
				const before = await countExecutions(cluster, trigger);
				const people = addApplicants(cluster, PAIRS, 'Customer Support Agent', 'Twice');
				const { webhooks } = cluster.sandbox;
				for (const opportunity of people) {
					moveToTriggerStage(cluster, opportunity);
					const event = {
						event: 'candidateStageChange',
						origin: 'applied',
						data: { opportunityId: opportunity.id, toStageId: opportunity.stage },
					};
					webhooks.send(event);
				}
				return await expectOneEach(cluster, people, [[trigger, before + 2 * PAIRS]]);
			},
		},
		{
			name: 'a candidate who applies and is moved at the same time is invited once by the two workflows',
			run: async (cluster) => {
				const before = [
					await countExecutions(cluster, trigger),
					await countExecutions(cluster, applies),
				] as const;
				const { lever } = cluster.sandbox;
				const posting =
					lever.postings.find(({ text }) => text === 'Warehouse Associate')?.id ??
					assert.fail('posting');
				const people = Array.from({ length: PAIRS }, (_, index) => {
					const name = `Both${(index + 1).toString()}`;
					const { opportunity } = lever.addOpportunity({
						name: `${name} Example`,
						emails: [`${name.toLowerCase()}@example.org`],
						posting,
						stage: 'applicant-new',
						origin: 'applied',
					});
					moveToTriggerStage(cluster, opportunity);
					return opportunity;
				});
				return await expectOneEach(cluster, people, [
					[trigger, before[0] + PAIRS],
					[applies, before[1] + PAIRS],
				]);
			},
		},
		{
			name: `${BURST_SIZE.toString()} candidates moved at once with a worker killed: ${reconciles ? 'nothing lost, ' : ''}nothing doubled`,
			run: async (cluster) => {
				const before = await countExecutions(cluster, trigger);
				const brokenBefore = await cluster.client.countExecutions(trigger, BROKEN);
				const people = addApplicants(cluster, BURST_SIZE, 'Customer Support Agent', 'Crowd');
				const {
					sandbox,
					workers: [victim],
				} = cluster;
				assert.ok(victim);
				sandbox.requests.clear();
				const startedAt = Date.now();
				for (const opportunity of people) moveToTriggerStage(cluster, opportunity);
				void logDeliveries(cluster, startedAt);
				while (getOutcome(sandbox, people).notes < KILL_AFTER) {
					assert.ok(
						Date.now() < startedAt + 5 * MINUTE,
						`Before the kill: ${formatOutcome(getOutcome(sandbox, people))}`,
					);
					await sleep(100);
				}
				const { open } = getExecutions(victim);
				await victim.kill();
				console.log(
					`  worker 1 killed after ${formatSecondsSince(startedAt)} with ${open.length.toString()} unfinished executions`,
				);
				await Promise.all([
					victim.start(),
					waitForExecutions(cluster, trigger, before, 10 * MINUTE),
				]);
				const begun = (await countExecutions(cluster, trigger)) - before;
				const broken = (await cluster.client.countExecutions(trigger, BROKEN)) - brokenBefore;
				console.log(
					`  after ${formatSecondsSince(startedAt)}: ${begun.toString()} executions, ${broken.toString()} of them interrupted; ${formatOutcome(getOutcome(sandbox, people))}; ${formatRequests(sandbox)}`,
				);
				if (reconciles) await reconcile(cluster);
				const outcome = getOutcome(sandbox, people);
				assert.equal(outcome.doubled, 0, formatOutcome(outcome));
				if (reconciles) assert.equal(outcome.lost, 0, formatOutcome(outcome));
				return `${formatSecondsSince(startedAt)}; ${formatOutcome(outcome)}`;
			},
		},
	];
}

/** Waits for the executions and checks that each candidate has one of everything. */
async function expectOneEach(
	cluster: Cluster,
	people: Parameters<typeof getOutcome>[1],
	expected: [workflowId: string, executions: number][],
): Promise<string> {
	const startedAt = Date.now();
	cluster.sandbox.requests.clear();
	const begunBefore = cluster.workers.map((worker) => getExecutions(worker).begun.length);
	for (const [workflowId, count] of expected)
		await waitForExecutions(cluster, workflowId, count, 5 * MINUTE);
	const outcome = getOutcome(cluster.sandbox, people);
	assert.ok(
		outcome.lost === 0 && outcome.doubled === 0,
		`${formatOutcome(outcome)}; ${formatRequests(cluster.sandbox)}`,
	);
	const shares = cluster.workers.map(
		(worker, index) => getExecutions(worker).begun.length - (begunBefore[index] ?? 0),
	);
	assert.ok(
		shares.every((share) => share > 0),
		`both workers took part: ${shares.join(' and ')}`,
	);
	return `${formatSecondsSince(startedAt)}; ${shares.join(' and ')} executions on the workers; ${formatOutcome(outcome)}; ${formatRequests(cluster.sandbox)}`;
}

/** Logs how long n8n took to accept every delivery. */
async function logDeliveries({ sandbox }: Cluster, startedAt: number): Promise<void> {
	while (sandbox.webhooks.busy) await sleep(100);
	console.log(
		`  n8n accepted the deliveries after ${formatSecondsSince(startedAt)}, answered ${formatAnswers(sandbox)}`,
	);
}

/** Runs the workflow that repairs what was missed and waits until it finishes. */
async function reconcile(cluster: Cluster): Promise<void> {
	const id = await cluster.client.runManually(RECONCILE.workflowId, RECONCILE.trigger);
	await waitForExecutions(cluster, RECONCILE.workflowId, 1, 5 * MINUTE);
	const execution = (await cluster.client.listExecutions(RECONCILE.workflowId)).find(
		(candidate) => candidate.id === id,
	);
	assert.equal(execution?.status, 'success', 'Reconcile succeeded');
}
