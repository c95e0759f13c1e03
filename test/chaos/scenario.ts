import { setTimeout as sleep } from 'node:timers/promises';

import axios from 'axios';

import type { Demo } from '../host/demo';
import { step } from '../host/progress';
import { TRIGGER_STAGE } from '../sandbox';
import type { Application } from '../sandbox/harver/records';
import type { Expected } from './deviations';
import { reconcile, reconcileUntilStable } from './reconcile';
import { isIdle, waitUntilIdle, waitUntil } from './wait';
import type { Sandbox } from '../sandbox';

const POSTING = 'Customer Support Agent';
/** Candidates that are moved, or take the assessment, at once; then follows a pause (milliseconds), */
const BATCH_SIZE = 10;
const PAUSE = 700;
/** extended while n8n has more unfinished executions than this, so that a slow machine doesn't lose all webhooks. */
const MAX_BACKLOG = 30;
/** n8n is killed when this share of the candidates is done. */
const KILL_AT = 0.4;
const MAX_RECONCILE_RUNS = 5;

/** Runs the whole loop with faults and n8n killed twice. Returns the candidates with their scores. */
export async function runScenario(
	demo: Demo,
	{ seed, candidates }: { seed: number; candidates: number },
): Promise<Expected[]> {
	const expected = await seedCandidates(demo, candidates);
	addFaults(demo.sandbox, seed);
	await step('Invitations, with n8n killed', async () => {
		await killDuring(
			demo,
			moveToTriggerStage(demo, expected),
			() => getApplications(demo, expected).length >= candidates * KILL_AT,
		);
	});
	await step('Results, with n8n killed', async () => {
		await killDuring(
			demo,
			completeAssessments(demo, expected),
			() => countResults(demo, expected) >= getApplications(demo, expected).length * KILL_AT,
		);
	});
	await step('Reconcile, with faults', async () => {
		for (
			let run = 1;
			getApplications(demo, expected).length < candidates && run <= MAX_RECONCILE_RUNS;
			run++
		)
			await reconcile(demo);
	});
	await step('Results of late invitations', async () => {
		await completeAssessments(demo, expected);
		await waitUntilIdle(demo);
	});
	await step('Reconcile, until nothing is left to do', async () => {
		clearFaults(demo.sandbox);
		await waitUntilIdle(demo);
		console.log(`  ${(await reconcileUntilStable(demo)).toString()} runs of Reconcile`);
	});
	return expected;
}

async function seedCandidates(
	{ sandbox: { url, lever } }: Demo,
	candidates: number,
): Promise<Expected[]> {
	await axios.post(`${url}/control/reset`, undefined, { proxy: false });
	const posting = lever.postings.find(({ text }) => text === POSTING)?.id;
	const { data } = await axios.post<{ opportunityIds: string[] }>(
		`${url}/control/seed`,
		{ candidates, posting },
		{ proxy: false },
	);
	return data.opportunityIds.map((opportunityId, index) => ({
		opportunityId,
		score: (index * 37) % 101,
	}));
}

/**
 * Kills n8n once `isReached` returns true while an activity is in progress, restarts it, and waits until everything is done.
 * If `isReached` never returns true because most webhooks were lost, it kills n8n when nothing happens anymore.
 */
async function killDuring(
	demo: Demo,
	activity: Promise<void>,
	isReached: () => boolean,
): Promise<void> {
	let isFinished = false;
	const finished = activity.finally(() => {
		isFinished = true;
	});
	await waitUntil(
		'the time to kill n8n',
		async () => isReached() || (isFinished && (await isIdle(demo))),
	);
	console.log(
		`  n8n is killed with ${(await demo.client.countUnfinished()).toString()} unfinished executions`,
	);
	await demo.n8n.kill();
	await demo.n8n.start();
	await finished;
	await waitUntilIdle(demo);
}

async function moveToTriggerStage(demo: Demo, expected: Expected[]): Promise<void> {
	const { lever } = demo.sandbox;
	const stage = lever.stages.find(({ text }) => text === TRIGGER_STAGE)?.id ?? '';
	await inBatches(demo, expected, ({ opportunityId }) => lever.moveToStage(opportunityId, stage));
}

/** Starts and completes the assessments of all invited candidates. */
async function completeAssessments(demo: Demo, expected: Expected[]): Promise<void> {
	const { harver } = demo.sandbox;
	const scores = new Map(expected.map(({ opportunityId, score }) => [opportunityId, score]));
	const scoreOf = ({ atsParameters }: Application): number =>
		scores.get(atsParameters.lever_opportunity_id ?? '') ?? 0;
	const waiting = getApplications(demo, expected).filter(({ completedAt }) => completedAt === null);
	await inBatches(
		demo,
		waiting,
		({ id }) => harver.start(id),
		(application) => harver.complete(application.id, scoreOf(application)),
	);
}

async function inBatches<T>(demo: Demo, all: T[], ...actions: ((one: T) => void)[]): Promise<void> {
	for (let first = 0; first < all.length; first += BATCH_SIZE) {
		for (const action of actions) {
			all.slice(first, first + BATCH_SIZE).forEach(action);
			await sleep(PAUSE);
			await waitUntil('n8n to catch up', async () => (await getBacklog(demo)) <= MAX_BACKLOG);
		}
	}
}

/** The applications of the run's candidates. */
function getApplications({ sandbox: { harver } }: Demo, expected: Expected[]): Application[] {
	const ids = new Set(expected.map(({ opportunityId }) => opportunityId));
	return harver.applications.filter(({ atsParameters }) =>
		ids.has(atsParameters.lever_opportunity_id ?? ''),
	);
}

/** The number of unfinished executions; 0 while n8n is down. */
async function getBacklog({ client }: Demo): Promise<number> {
	return await client.countUnfinished().catch(() => 0);
}

function countResults({ sandbox: { lever } }: Demo, expected: Expected[]): number {
	return expected.filter(({ opportunityId }) =>
		lever.getOpportunity(opportunityId).tags.includes('Harver: Completed'),
	).length;
}

const SERVICES = ['lever', 'harver'] as const;

/** Adds faults of requests and webhooks of both services; the same seed adds the same faults. */
export function addFaults({ faults, webhookFaults }: Sandbox, seed: number): void {
	SERVICES.forEach((service, serviceIndex) => {
		const seeds = Array.from({ length: 9 }, (_, index) => seed * 100 + serviceIndex * 50 + index);
		faults.add({ service, status: 500, rate: 0.05, seed: seeds[0] });
		faults.add({ service, status: 429, rate: 0.05, seed: seeds[1] });
		faults.add({ service, reset: 'before', rate: 0.02, seed: seeds[2] });
		faults.add({ service, reset: 'after', rate: 0.02, seed: seeds[3] });
		faults.add({ service, answerDelay: 1500, rate: 0.03, seed: seeds[4] });
		webhookFaults.add({ service, kind: 'drop', rate: 0.05, seed: seeds[5] });
		webhookFaults.add({
			service,
			kind: 'repeat',
			copies: 3,
			milliseconds: 300,
			rate: 0.05,
			seed: seeds[6],
		});
		webhookFaults.add({ service, kind: 'reorder', milliseconds: 3000, rate: 0.05, seed: seeds[7] });
		webhookFaults.add({ service, kind: 'delay', milliseconds: 2000, rate: 0.05, seed: seeds[8] });
	});
}

export function clearFaults({ faults, webhookFaults }: Sandbox): void {
	faults.clear();
	webhookFaults.clear();
}
