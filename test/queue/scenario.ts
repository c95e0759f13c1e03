import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';

import { TRIGGER_STAGE, type Sandbox } from '../sandbox';
import type { Opportunity } from '../sandbox/lever/records';
import type { Cluster } from './cluster';

/** A scenario on the cluster. `run` returns what it measured and throws if it fails. */
export interface Scenario {
	name: string;
	run(cluster: Cluster): Promise<string>;
}

const UNFINISHED = ['new', 'running', 'waiting'];
/** Time in which a new execution appears in the list (milliseconds). */
const SETTLE = 3000;

/** Adds candidates who applied to a posting, without sending webhooks. */
export function addApplicants(
	{ sandbox: { lever } }: Cluster,
	count: number,
	postingName: string,
	prefix: string,
): Opportunity[] {
	const posting =
		lever.postings.find(({ text }) => text === postingName)?.id ?? assert.fail(postingName);
	const people = Array.from({ length: count }, (_, index) => `${prefix}${(index + 1).toString()}`);
	return people.map(
		(name) =>
			lever.addOpportunity(
				{
					name: `${name} Example`,
					emails: [`${name.toLowerCase()}@example.org`],
					posting,
					stage: 'applicant-new',
					origin: 'applied',
				},
				{ silent: true },
			).opportunity,
	);
}

/** Moves a candidate to the trigger stage. */
export function moveToTriggerStage({ sandbox: { lever } }: Cluster, { id }: Opportunity): void {
	lever.moveToStage(
		id,
		lever.stages.find(({ text }) => text === TRIGGER_STAGE)?.id ?? assert.fail(TRIGGER_STAGE),
	);
}

/** Waits until the expected number of executions of a workflow have started and finished. Throws after the timeout. */
export async function waitForExecutions(
	{ client, sandbox }: Cluster,
	workflowId: string,
	expected: number,
	timeout: number,
): Promise<void> {
	const end = Date.now() + timeout;
	for (;;) {
		await sleep(500);
		const started = await client.countExecutions(workflowId);
		const unfinished = await client.countExecutions(workflowId, UNFINISHED);
		if (started >= expected && unfinished === 0 && !sandbox.webhooks.busy) break;
		assert.ok(
			Date.now() < end,
			`Timed out waiting for ${expected.toString()} executions of ${workflowId}: ${started.toString()} started, ${unfinished.toString()} unfinished. Deliveries were answered ${formatAnswers(sandbox)}`,
		);
	}
	await sleep(SETTLE);
}

/** Formats how often deliveries were answered in which way: "200 (57), 0 then 200 (4)". */
export function formatAnswers({ webhooks }: Sandbox): string {
	const counts = new Map<string, number>();
	for (const { statuses } of webhooks.deliveries)
		counts.set(statuses.join(' then '), (counts.get(statuses.join(' then ')) ?? 0) + 1);
	return [...counts].map(([statuses, count]) => `${statuses} (${count.toString()})`).join(', ');
}

/** The executions that a worker started, and those it hasn't finished, according to its log. */
export function getExecutions(worker: { lines: readonly string[] }): {
	begun: string[];
	open: string[];
} {
	const withText = (text: RegExp): string[] =>
		worker.lines.flatMap((line) => text.exec(line)?.[1] ?? []);
	const begun = withText(/Worker started execution (\d+)/u);
	const ended = withText(/Worker finished execution (\d+)/u);
	return { begun, open: begun.filter((id) => !ended.includes(id)) };
}

export function formatSecondsSince(since: number): string {
	return `${((Date.now() - since) / 1000).toFixed(0)} s`;
}

/** Formats the number of requests to each service since the log was cleared, and of 429 answers. */
export function formatRequests({ requests: { totals } }: Sandbox): string {
	const all = (service: string): number =>
		[...totals]
			.filter(([answered]) => answered.startsWith(`${service} `))
			.reduce((sum, [, times]) => sum + times, 0);
	const rateLimited = (service: string): string => (totals.get(`${service} 429`) ?? 0).toString();
	return `Lever ${all('lever').toString()} requests, ${rateLimited('lever')} of them answered 429; Harver ${all('harver').toString()}, ${rateLimited('harver')} of them 429`;
}
