import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';

import type { Demo } from '../host/demo';
import { TRIGGER_STAGE } from '../sandbox';
import type { Application } from '../sandbox/harver/records';
import type { Opportunity } from '../sandbox/lever/records';

/** One story in the running n8n; throws when it does not end as it should. */
export interface Scenario {
	name: string;
	run(demo: Demo): Promise<void>;
}

export const FLOW_1 = 'leverHarverFlow1';
export const FLOW_2 = 'leverHarverFlow2';
export const FLOW_3 = 'leverHarverFlow3';
export const FLOW_5 = 'leverHarverFlow5';
export const FLOW_6 = 'leverHarverFlow6';
export const FLOW_7 = 'leverHarverFlow7';

/** Waits until the condition holds. Throws what was waited for when it does not in time. */
export async function until(
	what: string,
	holds: () => boolean | Promise<boolean>,
	within = 60_000,
): Promise<void> {
	const end = Date.now() + within;
	while (!(await holds())) {
		if (Date.now() > end) assert.fail(`Waited in vain: ${what}`);
		await sleep(100);
	}
}

/** The candidacy of somebody in the sandbox, by name. */
export function candidate({ sandbox: { lever } }: Demo, name: string): Opportunity {
	const found = lever.opportunities.find(
		(opportunity) => lever.getContactFor(opportunity).name === name,
	);
	assert.ok(found, `The sandbox has no ${name}.`);
	return found;
}

/** Somebody new who has applied for support jobs, whom flow 2 leaves alone. */
export function newCandidate({ sandbox: { lever } }: Demo, name: string): Opportunity {
	const posting = lever.postings.find(({ text }) => text === 'Customer Support Agent');
	const email = `${name.toLowerCase().replace(/\W+/gu, '.')}@example.org`;
	return lever.addOpportunity(
		{ name, emails: [email], posting: posting?.id, stage: 'applicant-new', origin: 'sourced' },
		{ silent: true },
	).opportunity;
}

/** The applications that carry the id of an opportunity. */
export function applicationsOf({ sandbox: { harver } }: Demo, { id }: Opportunity): Application[] {
	return harver.applications.filter(
		({ atsParameters }) => atsParameters.lever_opportunity_id === id,
	);
}

/** Somebody new who stands in the trigger stage and has been invited. */
export async function invitedCandidate(
	demo: Demo,
	name: string,
): Promise<{ opportunity: Opportunity; application: Application }> {
	const opportunity = newCandidate(demo, name);
	move(demo, name, TRIGGER_STAGE);
	await until(
		'the comment on the invitation',
		() => opportunity.notes.length === 1 && opportunity.tags.includes('Harver: Invited'),
	);
	const [application] = applicationsOf(demo, opportunity);
	assert.ok(application, `${name} has no application.`);
	return { opportunity, application };
}

/** Moves somebody to a stage as a recruiter does. */
export function move(demo: Demo, name: string, stageName: string): Opportunity {
	const stage = demo.sandbox.lever.stages.find(({ text }) => text === stageName);
	assert.ok(stage, `The sandbox has no stage ${stageName}.`);
	return demo.sandbox.lever.moveToStage(candidate(demo, name).id, stage.id);
}

/** Waits until as many more executions of a workflow have ended as expected, and gives the newest. */
export async function executionsEnded(
	{ client }: Demo,
	workflowId: string,
	count: number,
	within?: number,
): Promise<{ id: string; status: string }[]> {
	await until(
		`${count.toString()} executions of ${workflowId}`,
		async () => {
			const executions = await client.listExecutions(workflowId);
			return (
				executions.length >= count &&
				executions.every(({ status }) => !['new', 'running', 'waiting'].includes(status))
			);
		},
		within,
	);
	return await client.listExecutions(workflowId);
}
