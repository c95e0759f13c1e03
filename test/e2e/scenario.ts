import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';

import type { Demo } from '../host/demo';
import { TRIGGER_STAGE } from '../sandbox';
import type { Application } from '../sandbox/harver/records';
import type { Opportunity } from '../sandbox/lever/records';

/** One test in the running n8n; throws when something is not as it should be. */
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

/** Waits until a condition is met. Throws what it waited for when the time is up. */
export async function waitUntil(
	what: string,
	holds: () => boolean | Promise<boolean>,
	within = 60_000,
): Promise<void> {
	const end = Date.now() + within;
	while (!(await holds())) {
		if (Date.now() > end) assert.fail(`This did not happen in time: ${what}`);
		await sleep(100);
	}
}

/** The opportunity of a candidate in the sandbox, by name. */
export function getCandidate({ sandbox: { lever } }: Demo, name: string): Opportunity {
	const found = lever.opportunities.find(
		(opportunity) => lever.getContactFor(opportunity).name === name,
	);
	assert.ok(found, `The sandbox has no ${name}.`);
	return found;
}

/** Adds a candidate for the support job, whose posting workflow 2 ignores. */
export function createCandidate({ sandbox: { lever } }: Demo, name: string): Opportunity {
	const posting = lever.postings.find(({ text }) => text === 'Customer Support Agent');
	const email = `${name.toLowerCase().replace(/\W+/gu, '.')}@example.org`;
	return lever.addOpportunity(
		{ name, emails: [email], posting: posting?.id, stage: 'applicant-new', origin: 'sourced' },
		{ silent: true },
	).opportunity;
}

/** The applications whose ATS parameters name an opportunity. */
export function getApplicationsFor(
	{ sandbox: { harver } }: Demo,
	{ id }: Opportunity,
): Application[] {
	return harver.applications.filter(
		({ atsParameters }) => atsParameters.lever_opportunity_id === id,
	);
}

/** Adds a candidate, moves them to the trigger stage and waits for the invitation. */
export async function inviteCandidate(
	demo: Demo,
	name: string,
): Promise<{ opportunity: Opportunity; application: Application }> {
	const opportunity = createCandidate(demo, name);
	move(demo, name, TRIGGER_STAGE);
	await waitUntil(
		'the note about the invitation',
		() => opportunity.notes.length === 1 && opportunity.tags.includes('Harver: Invited'),
	);
	const [application] = getApplicationsFor(demo, opportunity);
	assert.ok(application, `${name} has no application.`);
	return { opportunity, application };
}

/** Moves a candidate to a stage, as a recruiter does. */
export function move(demo: Demo, name: string, stageName: string): Opportunity {
	const stage = demo.sandbox.lever.stages.find(({ text }) => text === stageName);
	assert.ok(stage, `The sandbox has no stage ${stageName}.`);
	return demo.sandbox.lever.moveToStage(getCandidate(demo, name).id, stage.id);
}

/** Waits until a workflow has as many executions as expected and all have ended. Returns them, newest first. */
export async function waitForExecutions(
	{ client }: Demo,
	workflowId: string,
	count: number,
	within?: number,
): Promise<{ id: string; status: string }[]> {
	await waitUntil(
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
