import type { INodeExecutionData } from 'n8n-workflow';

import { startEngine, type HarnessOptions, type WorkflowJson } from './engine';
import { runFrom, type RunResult } from './execution';

/** Runs a workflow from a node that gets the items (a trigger gives them on as they are). */
export async function runWorkflow(
	json: WorkflowJson,
	options: HarnessOptions & { startNode: string; items?: INodeExecutionData[] },
): Promise<RunResult> {
	const engine = await startEngine(json, options, options.mode ?? 'trigger');
	return await runFrom(engine, options.startNode, [options.items ?? [{ json: {} }]]);
}
