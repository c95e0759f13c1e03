import { setTimeout as sleep } from 'node:timers/promises';

import axios from 'axios';

import type { Demo } from '../host/demo';
import { step } from '../host/progress';
import { TRIGGER_STAGE } from '../sandbox';
import type { Application } from '../sandbox/harver/records';
import type { Expected } from './deviations';
import { switchOffFaults, switchOnFaults } from './faults';
import { reconcile, reconcileToRest } from './reconcile';
import { isQuiet, settled, until } from './settle';

const POSTING = 'Customer Support Agent';
/** So many candidates are moved, or take the assessment, at one moment; then there is a pause (milliseconds) … */
const AT_ONCE = 10;
const PAUSE = 700;
/** … that lasts as long as n8n is behind by more executions than these: on a slow machine it would only lose all webhooks. */
const MOST_BEHIND = 30;
/** n8n is killed when this share of the candidates is through. */
const KILLED_AT = 0.4;
const MOST_RECONCILE_RUNS = 5;

/** One run of the whole loop with everything going wrong; gives the candidates with their scores. */
export async function runStory(
	demo: Demo,
	{ seed, candidates }: { seed: number; candidates: number },
): Promise<Expected[]> {
	const expected = await seedCandidates(demo, candidates);
	switchOnFaults(demo.sandbox, seed);
	await step('Invitations, n8n killed on the way', async () => {
		await whileKilled(
			demo,
			moveToTriggerStage(demo, expected),
			() => applicationsOf(demo, expected).length >= candidates * KILLED_AT,
		);
	});
	await step('Results, n8n killed on the way', async () => {
		await whileKilled(
			demo,
			completeJourneys(demo, expected),
			() => resultsIn(demo, expected) >= applicationsOf(demo, expected).length * KILLED_AT,
		);
	});
	await step('Reconcile, while things still go wrong', async () => {
		for (
			let run = 1;
			applicationsOf(demo, expected).length < candidates && run <= MOST_RECONCILE_RUNS;
			run++
		)
			await reconcile(demo);
	});
	await step('Results of those who were invited late', async () => {
		await completeJourneys(demo, expected);
		await settled(demo);
	});
	await step('Reconcile, until it has nothing to do', async () => {
		switchOffFaults(demo.sandbox);
		await settled(demo);
		console.log(`  ${(await reconcileToRest(demo)).toString()} runs of Reconcile`);
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
async function whileKilled(
	demo: Demo,
	goesOn: Promise<void>,
	theMomentHasCome: () => boolean,
): Promise<void> {
	let isOver = false;
	const over = goesOn.finally(() => {
		isOver = true;
	});
	await until(
		'the moment to kill n8n',
		async () => theMomentHasCome() || (isOver && (await isQuiet(demo))),
	);
	console.log(
		`  n8n is killed with ${(await demo.client.unfinished()).toString()} executions under way`,
	);
	await demo.n8n.kill();
	await demo.n8n.start();
	await over;
	await settled(demo);
}

async function moveToTriggerStage(demo: Demo, expected: Expected[]): Promise<void> {
	const { lever } = demo.sandbox;
	const stage = lever.stages.find(({ text }) => text === TRIGGER_STAGE)?.id ?? '';
	await inBatches(demo, expected, ({ opportunityId }) => lever.moveToStage(opportunityId, stage));
}

/** Whoever has an application begins the journey and, at the next moment, completes it. */
async function completeJourneys(demo: Demo, expected: Expected[]): Promise<void> {
	const { harver } = demo.sandbox;
	const scores = new Map(expected.map(({ opportunityId, score }) => [opportunityId, score]));
	const scoreOf = ({ atsParameters }: Application): number =>
		scores.get(atsParameters.lever_opportunity_id ?? '') ?? 0;
	const waiting = applicationsOf(demo, expected).filter(({ completedAt }) => completedAt === null);
	await inBatches(
		demo,
		waiting,
		({ id }) => harver.start(id),
		(application) => harver.complete(application.id, scoreOf(application)),
	);
}

async function inBatches<T>(demo: Demo, all: T[], ...acts: ((one: T) => void)[]): Promise<void> {
	for (let first = 0; first < all.length; first += AT_ONCE) {
		for (const act of acts) {
			all.slice(first, first + AT_ONCE).forEach(act);
			await sleep(PAUSE);
			await until('that n8n catches up', async () => (await behind(demo)) <= MOST_BEHIND);
		}
	}
}

/** The applications of the candidates of the run; the sandbox has others in the trigger stage. */
function applicationsOf({ sandbox: { harver } }: Demo, expected: Expected[]): Application[] {
	const ids = new Set(expected.map(({ opportunityId }) => opportunityId));
	return harver.applications.filter(({ atsParameters }) =>
		ids.has(atsParameters.lever_opportunity_id ?? ''),
	);
}

/** How many executions have not ended; none while n8n is down. */
async function behind({ client }: Demo): Promise<number> {
	return await client.unfinished().catch(() => 0);
}

function resultsIn({ sandbox: { lever } }: Demo, expected: Expected[]): number {
	return expected.filter(({ opportunityId }) =>
		lever.getOpportunity(opportunityId).tags.includes('Harver: Completed'),
	).length;
}
