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
/** So many candidates are moved, or take the assessment, at one moment; then there is a pause (milliseconds) … */
const BATCH_SIZE = 10;
const PAUSE = 700;
/** … that lasts as long as n8n is behind by more executions than these: on a slow machine it would only lose all webhooks. */
const MAX_BACKLOG = 30;
/** n8n is killed when this share of the candidates is through. */
const KILL_AT = 0.4;
const MAX_RECONCILE_RUNS = 5;

/** One run of the whole loop with everything going wrong; gives the candidates with their scores. */
export async function runScenario(
	demo: Demo,
	{ seed, candidates }: { seed: number; candidates: number },
): Promise<Expected[]> {
	const expected = await seedCandidates(demo, candidates);
	addFaults(demo.sandbox, seed);
	await step('Invitations, n8n killed on the way', async () => {
		await killDuring(
			demo,
			moveToTriggerStage(demo, expected),
			() => getApplications(demo, expected).length >= candidates * KILL_AT,
		);
	});
	await step('Results, n8n killed on the way', async () => {
		await killDuring(
			demo,
			completeAssessments(demo, expected),
			() => countResults(demo, expected) >= getApplications(demo, expected).length * KILL_AT,
		);
	});
	await step('Reconcile, while things still go wrong', async () => {
		for (
			let run = 1;
			getApplications(demo, expected).length < candidates && run <= MAX_RECONCILE_RUNS;
			run++
		)
			await reconcile(demo);
	});
	await step('Results of those who were invited late', async () => {
		await completeAssessments(demo, expected);
		await waitUntilIdle(demo);
	});
	await step('Reconcile, until it has nothing to do', async () => {
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
 * Kills n8n when the moment has come while something goes on, starts it again, and waits until all is done. On a machine so
 * slow that most webhooks are lost, the moment is when nothing more happens.
 */
async function killDuring(
	demo: Demo,
	goesOn: Promise<void>,
	theMomentHasCome: () => boolean,
): Promise<void> {
	let isOver = false;
	const over = goesOn.finally(() => {
		isOver = true;
	});
	await waitUntil(
		'the moment to kill n8n',
		async () => theMomentHasCome() || (isOver && (await isIdle(demo))),
	);
	console.log(
		`  n8n is killed with ${(await demo.client.unfinished()).toString()} executions under way`,
	);
	await demo.n8n.kill();
	await demo.n8n.start();
	await over;
	await waitUntilIdle(demo);
}

async function moveToTriggerStage(demo: Demo, expected: Expected[]): Promise<void> {
	const { lever } = demo.sandbox;
	const stage = lever.stages.find(({ text }) => text === TRIGGER_STAGE)?.id ?? '';
	await inBatches(demo, expected, ({ opportunityId }) => lever.moveToStage(opportunityId, stage));
}

/** Whoever has an application begins the journey and, at the next moment, completes it. */
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

async function inBatches<T>(demo: Demo, all: T[], ...acts: ((one: T) => void)[]): Promise<void> {
	for (let first = 0; first < all.length; first += BATCH_SIZE) {
		for (const act of acts) {
			all.slice(first, first + BATCH_SIZE).forEach(act);
			await sleep(PAUSE);
			await waitUntil('that n8n catches up', async () => (await getBacklog(demo)) <= MAX_BACKLOG);
		}
	}
}

/** The applications of the candidates of the run; the sandbox has others in the trigger stage. */
function getApplications({ sandbox: { harver } }: Demo, expected: Expected[]): Application[] {
	const ids = new Set(expected.map(({ opportunityId }) => opportunityId));
	return harver.applications.filter(({ atsParameters }) =>
		ids.has(atsParameters.lever_opportunity_id ?? ''),
	);
}

/** How many executions have not ended; none while n8n is down. */
async function getBacklog({ client }: Demo): Promise<number> {
	return await client.unfinished().catch(() => 0);
}

function countResults({ sandbox: { lever } }: Demo, expected: Expected[]): number {
	return expected.filter(({ opportunityId }) =>
		lever.getOpportunity(opportunityId).tags.includes('Harver: Completed'),
	).length;
}

const SERVICES = ['lever', 'harver'] as const;

/** Switches on all that goes wrong with requests and webhooks of both services, the same again with the same seed. */
export function addFaults({ faults, webhookFaults }: Sandbox, seed: number): void {
	SERVICES.forEach((service, place) => {
		const seeds = Array.from({ length: 9 }, (_, index) => seed * 100 + place * 50 + index);
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
