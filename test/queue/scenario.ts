import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';

import { TRIGGER_STAGE, type Sandbox } from '../sandbox';
import type { Opportunity } from '../sandbox/lever/records';
import type { Cluster } from './cluster';

/** One story over the cluster; gives what it has measured, throws when it does not end as it should. */
export interface Scenario {
	name: string;
	run(cluster: Cluster): Promise<string>;
}

const UNFINISHED = ['new', 'running', 'waiting'];
/** In this time an execution that was just handed over has appeared in the list. */
const SETTLE = 3000;

/** People who have applied to a posting some time ago: no event tells of them. */
export function addApplicants(
	{ sandbox: { lever } }: Cluster,
	count: number,
	postingName: string,
	stem: string,
): Opportunity[] {
	const posting =
		lever.postings.find(({ text }) => text === postingName)?.id ?? assert.fail(postingName);
	const people = Array.from({ length: count }, (_, index) => `${stem}${(index + 1).toString()}`);
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

/** Moves somebody to the trigger stage as a recruiter does. */
export function moveToTriggerStage({ sandbox: { lever } }: Cluster, { id }: Opportunity): void {
	lever.moveToStage(
		id,
		lever.stages.find(({ text }) => text === TRIGGER_STAGE)?.id ?? assert.fail(TRIGGER_STAGE),
	);
}

/** Waits until as many executions of a workflow as expected have begun and all of them have ended. Throws when they do not in time. */
export async function waitForExecutions(
	{ client, sandbox }: Cluster,
	workflowId: string,
	expected: number,
	within: number,
): Promise<void> {
	const end = Date.now() + within;
	for (;;) {
		await sleep(500);
		const begun = await client.executionCount(workflowId);
		const underWay = await client.executionCount(workflowId, UNFINISHED);
		if (begun >= expected && underWay === 0 && !sandbox.webhooks.busy) break;
		assert.ok(
			Date.now() < end,
			`Waited in vain for ${expected.toString()} executions of ${workflowId}: ${begun.toString()} have begun, ${underWay.toString()} are under way. Deliveries were answered ${formatAnswers(sandbox)}`,
		);
	}
	await sleep(SETTLE);
}

/** How the deliveries to n8n were answered, and how often each way: "200 (57), 0 then 200 (4)". */
export function formatAnswers({ webhooks }: Sandbox): string {
	const counts = new Map<string, number>();
	for (const { statuses } of webhooks.deliveries)
		counts.set(statuses.join(' then '), (counts.get(statuses.join(' then ')) ?? 0) + 1);
	return [...counts].map(([statuses, count]) => `${statuses} (${count.toString()})`).join(', ');
}

/** The executions that a worker has begun, and those of them that it has not ended, by its log. */
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

/** How many requests each service got since the log was cleared, and how many of them it answered with 429. */
export function formatRequests({ requests: { totals } }: Sandbox): string {
	const all = (service: string): number =>
		[...totals]
			.filter(([answered]) => answered.startsWith(`${service} `))
			.reduce((sum, [, times]) => sum + times, 0);
	const tooMany = (service: string): string => (totals.get(`${service} 429`) ?? 0).toString();
	return `Lever ${all('lever').toString()} requests, ${tooMany('lever')} of them answered 429; Harver ${all('harver').toString()}, ${tooMany('harver')} of them 429`;
}
