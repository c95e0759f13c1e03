import { WorkflowExecute } from 'n8n-core';
import type { ExecutionError, IDataObject, INodeExecutionData, IRun, IRunExecutionData } from 'n8n-workflow';
import { createRunExecutionData } from 'n8n-workflow';

import { startEngine, type Engine, type HarnessOptions, type WorkflowJson } from './engine';

/** How a run went. */
export interface RunResult {
	status: 'success' | 'error';
	/** What stopped the run. */
	error?: ExecutionError;
	/** The nodes that ran, in order. */
	nodesRun: string[];
	/** The items that a node gave on an output, over all its runs. Empty when it did not run. */
	itemsOf(node: string, output?: number): INodeExecutionData[];
	/** The `json` of the same. */
	jsonOf(node: string, output?: number): IDataObject[];
	staticData: IDataObject;
	run: IRun;
}

/** Runs a workflow from a node that gets the items (a trigger gives them on as they are). */
export async function runWorkflow(json: WorkflowJson, options: HarnessOptions & { startNode: string; items?: INodeExecutionData[] }): Promise<RunResult> {
	const engine = await startEngine(json, options, 'trigger');
	return await runFrom(engine, options.startNode, [options.items ?? [{ json: {} }]]);
}

/** Runs a loaded workflow from a node with the items of each of its inputs (of a trigger: outputs). */
export async function runFrom({ workflow, additionalData }: Engine, startNode: string, inputs: INodeExecutionData[][]): Promise<RunResult> {
	const node = workflow.getNode(startNode);
	if (!node) throw new Error(`The workflow has no node "${startNode}".`);
	const runExecutionData: IRunExecutionData = createRunExecutionData({
		executionData: { nodeExecutionStack: [{ node, data: { main: inputs }, source: null }] },
	});
	const execution = new WorkflowExecute(additionalData, 'trigger', runExecutionData);
	const run = await execution.processRunExecutionData(workflow);
	return resultOf(run, workflow.staticData);
}

function resultOf(run: IRun, staticData: IDataObject): RunResult {
	const { runData, error } = run.data.resultData;
	const nodesRun = Object.entries(runData)
		.flatMap(([name, runs]) => runs.map(({ executionIndex }) => ({ name, executionIndex })))
		.sort((one, other) => one.executionIndex - other.executionIndex)
		.map(({ name }) => name);
	const itemsOf = (node: string, output = 0): INodeExecutionData[] => (runData[node] ?? []).flatMap((nodeRun) => nodeRun.data?.main?.[output] ?? []);
	return {
		status: error ? 'error' : 'success',
		...(error ? { error } : {}),
		nodesRun,
		itemsOf,
		jsonOf: (node, output) => itemsOf(node, output).map(({ json }) => json),
		staticData,
		run,
	};
}
