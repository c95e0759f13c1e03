import { setTimeout as sleep } from 'node:timers/promises';

import type { Opportunity, Webhook } from '../../sandbox/lever/records';
import { BURST_ENVIRONMENT } from '../../host/N8nProcess';
import { lookUpEarlierInvitations } from '../../host/lookUp';
import type { Bench } from '../Bench';
import { callsSince, type Calls } from '../calls';
import type { Figure } from '../figure';
import { addPeople } from '../people';
import type { Stage } from '../Stage';
import { MEGABYTE } from '../statistics';

const LEVER_CALLS = 3;
const LEVER_PER_SECOND = 10;
const LEVER_BURST = 20;
/** Longer than any wait between tries, and than n8n takes to swallow all webhooks: when no service was asked for so long, nothing comes any more. */
const QUIET = 60_000;
const PATIENCE = 400_000;
/** So long after n8n has started (milliseconds), nobody who comes to Lever can have been invited by an earlier run of it. */
const NO_DOUBT_AFTER = 305_000;
const PEER = 'n8n nodes';

interface Burst {
	seconds: number;
	confirmed: number;
	doubled: number;
	calls: Calls;
	cpuSeconds: number;
	megabytesAboveIdle: number;
}

export const burst: Bench = {
	name: 'burst',
	title: 'Many candidates moved at once',
	how: `All are moved to the trigger stage in the same second. The clock stops at the last call to a service: by then the last comment and the last tag are on the profiles. The least possible time is what Lever's limit permits: ${LEVER_CALLS.toString()} calls for each, ${LEVER_PER_SECOND.toString()} a second after a burst of ${LEVER_BURST.toString()}. n8n is started anew before each and has invited one candidate, both times as docs/operating.md says for bursts: 20 executions at a time and n8n's older expression engine; the last line is n8n as it comes but for the 20 at a time.`,
	async run(startStage, quick) {
		const stage = await startStage();
		const count = quick ? 40 : 300;
		const all = stage.demo.sandbox.webhooks.webhooks.filter(
			({ event }) => event === 'candidateStageChange',
		);
		const ours = await moved(stage, count, all, BURST_ENVIRONMENT);
		const webhook = stage.demo.sandbox.webhooks.register('candidateStageChange', '', null, true);
		const { url } = await stage.addFlow('peer-invite.json', webhook.signatureToken);
		const peer = await moved(stage, count, [{ ...webhook, url }], BURST_ENVIRONMENT);
		const asItComes = await moved(stage, count, all, {});
		await lookUpEarlierInvitations(stage.demo, 'inDoubt');
		const inDoubt = await moved(stage, count, all, BURST_ENVIRONMENT, NO_DOUBT_AFTER);
		return figures(count, { ours, peer, asItComes, inDoubt });
	},
};

/** Moves so many people at once, after n8n was started anew, has rested (milliseconds) and has invited somebody. */
async function moved(
	stage: Stage,
	count: number,
	webhooks: Webhook[],
	environment: Record<string, string>,
	rest = 0,
): Promise<Burst> {
	await stage.restart(environment);
	await sleep(rest);
	await move(stage, webhooks, addPeople(stage, 1));
	const { n8n, sandbox } = stage.demo;
	const people = addPeople(stage, count);
	sandbox.requests.clear();
	const before = await n8n.usage();
	await n8n.forgetPeak();
	const startedAt = Date.now();
	await move(stage, webhooks, people);
	const after = await n8n.usage();
	const lastAt = sandbox.requests.entries.at(-1)?.at ?? startedAt;
	const calls = callsSince(stage);
	console.log(`    ${calls.kinds.join('\n    ')}`);
	return {
		seconds: (lastAt - startedAt) / 1000,
		confirmed: people.filter(isConfirmed).length,
		doubled: people.filter((person) => person.notes.length > 1 || mailsTo(stage, person) > 1)
			.length,
		calls,
		cpuSeconds: after.cpuSeconds - before.cpuSeconds,
		megabytesAboveIdle: (after.peakBytes - before.residentBytes) / MEGABYTE,
	};
}

async function move(stage: Stage, webhooks: Webhook[], people: Opportunity[]): Promise<void> {
	const startedAt = Date.now();
	await stage.tellingOnly(webhooks, async () => {
		for (const { id } of people) stage.demo.sandbox.lever.moveToStage(id, stage.triggerStage);
		await untilAllIsQuiet(stage, people, startedAt);
	});
}

/** Until all are confirmed and a double would have come, or nothing happens any more. */
async function untilAllIsQuiet(
	{ demo: { sandbox } }: Stage,
	people: Opportunity[],
	startedAt: number,
): Promise<void> {
	const until = startedAt + PATIENCE;
	for (;;) {
		await sleep(500);
		const quietFor = Date.now() - (sandbox.requests.entries.at(-1)?.at ?? startedAt);
		if (quietFor > (people.every(isConfirmed) ? 3000 : QUIET) || Date.now() > until) return;
	}
}

function isConfirmed({ tags, notes }: Opportunity): boolean {
	return tags.includes('Harver: Invited') && notes.length > 0;
}

function mailsTo({ demo: { sandbox } }: Stage, person: Opportunity): number {
	const { emails } = sandbox.lever.getContactFor(person);
	return sandbox.harver.emails.filter(({ to }) => emails.includes(to)).length;
}

function figures(
	count: number,
	{
		ours,
		peer,
		asItComes,
		inDoubt,
	}: { ours: Burst; peer: Burst; asItComes: Burst; inDoubt: Burst },
): Figure[] {
	const least = (count * LEVER_CALLS - LEVER_BURST) / LEVER_PER_SECOND;
	const both = (value: (burst: Burst) => number) => ({
		ours: value(ours),
		peer: value(peer),
		peerName: PEER,
	});
	const perInvite = (value: (burst: Burst) => number) =>
		both((burst) => value(burst) / burst.confirmed);
	const lost = `The peer confirmed ${peer.confirmed.toString()} of ${count.toString()}; what it spent is divided by these.`;
	return [
		{
			id: 'burst.seconds',
			what: `${count.toString()} moved at once: time to the last confirmation (least possible: ${least.toString()} s)`,
			unit: 's',
			...both(({ seconds }) => seconds),
		},
		{
			id: 'burst.share',
			what: 'the least possible time as a share of it, for those confirmed',
			unit: '%',
			...both(({ seconds, confirmed }) => ((100 * least) / seconds) * (confirmed / count)),
			target: { atLeast: 95 },
		},
		{
			id: 'burst.lost',
			what: 'candidates lost',
			unit: 'candidates',
			...both(({ confirmed }) => count - confirmed),
			target: { atMost: 0 },
		},
		{
			id: 'burst.doubled',
			what: 'candidates with two invitations or two comments',
			unit: 'candidates',
			...both(({ doubled }) => doubled),
			target: { atMost: 0 },
		},
		{
			id: 'burst.tooMany',
			what: 'calls refused with 429',
			unit: '%',
			...both(({ calls }) => (100 * calls.refusedAsTooMany) / calls.all),
			target: { atMost: 1 },
		},
		{
			id: 'burst.lever',
			what: 'calls to Lever for each invitation',
			unit: 'calls',
			...perInvite(({ calls }) => calls.lever),
			target: { atMost: 3 },
			remark: lost,
		},
		{
			id: 'burst.harver',
			what: 'calls to Harver for each invitation, tokens aside',
			unit: 'calls',
			...perInvite(({ calls }) => calls.harver),
			target: { atMost: 1 },
		},
		{
			id: 'burst.harverInDoubt',
			what: 'the same with *Look Up Earlier Invitations: Only in Doubt*',
			unit: 'calls',
			ours: inDoubt.calls.harver / inDoubt.confirmed,
			target: { atMost: 1 },
			remark: `${inDoubt.confirmed.toString()} confirmed in ${inDoubt.seconds.toFixed(1)} s, ${inDoubt.doubled.toString()} of them double.`,
		},
		{
			id: 'burst.cpu',
			what: 'CPU time of n8n for 100 invitations',
			unit: 's',
			...perInvite(({ cpuSeconds }) => cpuSeconds * 100),
		},
		{
			id: 'burst.memory',
			what: `peak memory of n8n above idle, ${count.toString()} at once`,
			unit: 'MB',
			...both(({ megabytesAboveIdle }) => megabytesAboveIdle),
		},
		{
			id: 'burst.asItComes',
			what: `the same ${count.toString()} with n8n's own expression engine: time to the last confirmation`,
			unit: 's',
			ours: asItComes.seconds,
			remark: `${asItComes.confirmed.toString()} confirmed.`,
		},
	];
}
