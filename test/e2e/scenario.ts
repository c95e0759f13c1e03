import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';

import type { Demo } from '../host/demo';
import type { Opportunity } from '../sandbox/lever/records';

/** One story in the running n8n; throws when it does not end as it should. */
export interface Scenario {
	name: string;
	run(demo: Demo): Promise<void>;
}

export const FLOW_1 = 'leverHarverFlow1';
export const FLOW_2 = 'leverHarverFlow2';

/** Waits until the condition holds. Throws what was waited for when it does not in time. */
export async function until(what: string, holds: () => boolean | Promise<boolean>, within = 20_000): Promise<void> {
	const end = Date.now() + within;
	while (!(await holds())) {
		if (Date.now() > end) assert.fail(`Waited in vain: ${what}`);
		await sleep(100);
	}
}

/** The candidacy of somebody in the sandbox, by name. */
export function candidate({ sandbox: { lever } }: Demo, name: string): Opportunity {
	const found = lever.opportunities.find((opportunity) => lever.contactOf(opportunity).name === name);
	assert.ok(found, `The sandbox has no ${name}.`);
	return found;
}

/** Moves somebody to a stage as a recruiter does. */
export function move(demo: Demo, name: string, stageName: string): Opportunity {
	const stage = demo.sandbox.lever.stages.find(({ text }) => text === stageName);
	assert.ok(stage, `The sandbox has no stage ${stageName}.`);
	return demo.sandbox.lever.moveToStage(candidate(demo, name).id, stage.id);
}

/** Waits until as many more executions of a workflow have ended as expected, and gives the newest. */
export async function executionsEnded({ client }: Demo, workflowId: string, count: number): Promise<{ id: string; status: string }[]> {
	await until(`${count.toString()} executions of ${workflowId}`, async () => {
		const executions = await client.executions(workflowId);
		return executions.length >= count && executions.every(({ status }) => !['new', 'running', 'waiting'].includes(status));
	});
	return await client.executions(workflowId);
}
