import { setTimeout as sleep } from 'node:timers/promises';

import type { Opportunity, Webhook } from '../../sandbox/lever/records';
import { BURST_ENVIRONMENT } from '../../host/N8nProcess';
import type { Bench } from '../report';
import { countCalls, type Calls } from '../calls';
import { type Figure, MEGABYTE } from '../figures';
import { addApplicants } from '../applicants';
import type { BenchHost } from '../BenchHost';

const LEVER_CALLS = 3;
const LEVER_PER_SECOND = 10;
const LEVER_BURST = 20;
/** Longer than any retry delay: without a request for this long, everything is finished (milliseconds). */
const IDLE_TIME = 60_000;
const TIMEOUT = 400_000;
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
	how: `All candidates are moved to the trigger stage in the same second. The clock stops at the last request to a service, when the last note and tag are on the profiles. The minimum time follows from Lever's limit: ${LEVER_CALLS.toString()} requests per candidate, ${LEVER_PER_SECOND.toString()} per second after a burst of ${LEVER_BURST.toString()}. n8n restarts before each measurement and invites one candidate first. It runs with the settings for bursts in docs/operating.md: 20 executions at a time and n8n's older expression engine. The last line is with n8n's default engine.`,
	async run(startHost, quick) {
		const host = await startHost();
		const count = quick ? 40 : 300;
		const all = host.demo.sandbox.webhooks.webhooks.filter(
			({ event }) => event === 'candidateStageChange',
		);
		const ours = await measureMove(host, count, all, BURST_ENVIRONMENT);
		const webhook = host.demo.sandbox.webhooks.register('candidateStageChange', '', null, true);
		const { url } = await host.addWorkflow('peer-invite.json', webhook.signatureToken);
		const peer = await measureMove(host, count, [{ ...webhook, url }], BURST_ENVIRONMENT);
		const defaultEngine = await measureMove(host, count, all, {});
		return buildFigures(count, { ours, peer, defaultEngine });
	},
};

/** Restarts n8n, invites one candidate, and measures how a number of candidates is invited at once. */
async function measureMove(
	host: BenchHost,
	count: number,
	webhooks: Webhook[],
	environment: Record<string, string>,
): Promise<Burst> {
	await host.restart(environment);
	await move(host, webhooks, addApplicants(host, 1));
	const { n8n, sandbox } = host.demo;
	const people = addApplicants(host, count);
	sandbox.requests.clear();
	const before = await n8n.getUsage();
	await n8n.resetPeak();
	const startedAt = Date.now();
	await move(host, webhooks, people);
	const after = await n8n.getUsage();
	const lastAt = sandbox.requests.entries.at(-1)?.at ?? startedAt;
	const calls = countCalls(host);
	console.log(`    ${calls.kinds.join('\n    ')}`);
	return {
		seconds: (lastAt - startedAt) / 1000,
		confirmed: people.filter(isConfirmed).length,
		doubled: people.filter((person) => person.notes.length > 1 || countEmailsTo(host, person) > 1)
			.length,
		calls,
		cpuSeconds: after.cpuSeconds - before.cpuSeconds,
		megabytesAboveIdle: (after.peakBytes - before.residentBytes) / MEGABYTE,
	};
}

async function move(host: BenchHost, webhooks: Webhook[], people: Opportunity[]): Promise<void> {
	const startedAt = Date.now();
	await host.withOnlyWebhooks(webhooks, async () => {
		for (const { id } of people) host.demo.sandbox.lever.moveToStage(id, host.triggerStageId);
		await waitUntilIdle(host, people, startedAt);
	});
}

/** Waits until all candidates are confirmed and duplicates would have appeared, or nothing happens anymore. */
async function waitUntilIdle(
	{ demo: { sandbox } }: BenchHost,
	people: Opportunity[],
	startedAt: number,
): Promise<void> {
	const until = startedAt + TIMEOUT;
	for (;;) {
		await sleep(500);
		const idleFor = Date.now() - (sandbox.requests.entries.at(-1)?.at ?? startedAt);
		if (idleFor > (people.every(isConfirmed) ? 3000 : IDLE_TIME) || Date.now() > until) return;
	}
}

function isConfirmed({ tags, notes }: Opportunity): boolean {
	return tags.includes('Harver: Invited') && notes.length > 0;
}

function countEmailsTo({ demo: { sandbox } }: BenchHost, person: Opportunity): number {
	const { emails } = sandbox.lever.getContactFor(person);
	return sandbox.harver.emails.filter(({ to }) => emails.includes(to)).length;
}

function buildFigures(
	count: number,
	{ ours, peer, defaultEngine }: { ours: Burst; peer: Burst; defaultEngine: Burst },
): Figure[] {
	const minimum = (count * LEVER_CALLS - LEVER_BURST) / LEVER_PER_SECOND;
	const both = (value: (burst: Burst) => number) => ({
		ours: value(ours),
		peer: value(peer),
		peerName: PEER,
	});
	const perInvite = (value: (burst: Burst) => number) =>
		both((burst) => value(burst) / burst.confirmed);
	const lost = `The peer confirmed ${peer.confirmed.toString()} of ${count.toString()} candidates; its numbers are per confirmed candidate.`;
	return [
		{
			id: 'burst.seconds',
			what: `${count.toString()} moved at once: time to the last confirmation (minimum: ${minimum.toString()} s)`,
			unit: 's',
			...both(({ seconds }) => seconds),
		},
		{
			id: 'burst.share',
			what: 'share of the maximum rate that Lever permits',
			unit: '%',
			...both(({ seconds, confirmed }) => ((100 * minimum) / seconds) * (confirmed / count)),
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
			what: 'candidates with two invitations or two notes',
			unit: 'candidates',
			...both(({ doubled }) => doubled),
			target: { atMost: 0 },
		},
		{
			id: 'burst.tooMany',
			what: 'requests answered with 429',
			unit: '%',
			...both(({ calls }) => (100 * calls.rateLimited) / calls.all),
			target: { atMost: 1 },
		},
		{
			id: 'burst.lever',
			what: 'requests to Lever per invitation',
			unit: 'requests',
			...perInvite(({ calls }) => calls.lever),
			target: { atMost: 3 },
			remark: lost,
		},
		{
			id: 'burst.harver',
			what: 'requests to Harver per invitation, without tokens',
			unit: 'requests',
			...perInvite(({ calls }) => calls.harver),
			target: { atMost: 2 },
		},
		{
			id: 'burst.cpu',
			what: 'CPU time of n8n per 100 invitations',
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
			id: 'burst.defaultEngine',
			what: `${count.toString()} moved at once with n8n's default expression engine: time to the last confirmation`,
			unit: 's',
			ours: defaultEngine.seconds,
			remark: `${defaultEngine.confirmed.toString()} confirmed.`,
		},
	];
}
