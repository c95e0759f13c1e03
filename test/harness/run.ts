import type { INodeExecutionData, WorkflowExecuteMode } from 'n8n-workflow';

import { startEngine, type HarnessOptions, type WorkflowJson } from './engine';
import { runFrom, type RunResult } from './execution';
import { saveStaticData, withUnsavedStaticData } from './saved';

/** Runs a workflow from a node, which gets the items as its input; a trigger passes them on. */
export async function runWorkflow(
	json: WorkflowJson,
	options: HarnessOptions & { startNode: string; items?: INodeExecutionData[] },
): Promise<RunResult> {
	const { startNode, items = [{ json: {} }], mode = 'trigger' } = options;
	return await execute(json, options, mode, startNode, [items]);
}

/**
 * Runs a workflow from a node with the items of each of its inputs (for a trigger: of its outputs). As in n8n, each execution
 * has its own copy of the static data, which is saved at the end if it changed, but not if the workflow was started by hand.
 */
export async function execute(
	json: WorkflowJson,
	options: HarnessOptions,
	mode: WorkflowExecuteMode,
	startNode: string,
	inputs: INodeExecutionData[][],
): Promise<RunResult> {
	const engine = await startEngine(json, withUnsavedStaticData(options), mode);
	const result = await runFrom(engine, startNode, inputs);
	if (mode !== 'manual' && engine.workflow.staticData.__dataChanged === true)
		saveStaticData(options, result.staticData);
	return result;
}
