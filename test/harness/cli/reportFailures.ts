import type { HarnessOptions, WorkflowJson } from '../engine';
import { buildErrorItem } from '../errorWorkflow';
import { runWorkflow } from '../run';
import type { Delivery } from './receiver';

export const ERROR_TRIGGER = 'n8n-nodes-base.errorTrigger';

/** Runs the error workflow for each run that has failed and is not reported yet, as n8n does. Throws when it has no Error Trigger. */
export async function runErrorWorkflow(
	flow: WorkflowJson,
	received: Delivery[],
	errorWorkflow: WorkflowJson,
	options: HarnessOptions,
): Promise<void> {
	const startNode = errorTriggerOf(errorWorkflow);
	for (const one of received) {
		if (one.run?.error === undefined || one.errorRun) continue;
		one.errorRun = await runWorkflow(errorWorkflow, {
			...options,
			staticData: {},
			mode: 'error',
			startNode,
			items: [buildErrorItem(flow, one.run)],
		});
	}
}

function errorTriggerOf({ name = '', nodes }: WorkflowJson): string {
	const trigger = nodes.find(({ type, disabled }) => type === ERROR_TRIGGER && disabled !== true);
	if (!trigger)
		throw new Error(
			`"${name}" has no Error Trigger, so n8n would not start it as an error workflow.`,
		);
	return trigger.name;
}
