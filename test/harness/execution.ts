import { WorkflowExecute } from 'n8n-core';
import type {
	ExecutionError,
	IDataObject,
	INodeExecutionData,
	IRun,
	IRunExecutionData,
} from 'n8n-workflow';
import { createRunExecutionData } from 'n8n-workflow';

import type { Engine } from './engine';

/** How a node failed, as n8n shows it. */
export interface Failure {
	node: string;
	message: string;
	/** What the user can do. */
	description?: string;
}

/** How a run went. */
export interface RunResult {
	/** `waiting` if a node put the execution to sleep until a time or a call. */
	status: 'success' | 'error' | 'waiting';
	/** The error that stopped the run. */
	error?: ExecutionError;
	/** The node that failed, with message and advice. */
	failure?: Failure;
	/** The names of the nodes in the order in which they ran; a node that ran twice is listed twice. */
	nodesRun: string[];
	/** Returns the items of a node's output over all its runs; none if it did not run. */
	itemsOf: (node: string, output?: number) => INodeExecutionData[];
	/** Returns the `json` of these items. */
	jsonOf: (node: string, output?: number) => IDataObject[];
	staticData: IDataObject;
	run: IRun;
}

/** Runs a loaded workflow from a node with the items of each of its inputs (for a trigger: of its outputs). */
export async function runFrom(
	{ workflow, additionalData, mode }: Engine,
	startNode: string,
	inputs: INodeExecutionData[][],
): Promise<RunResult> {
	const node = workflow.getNode(startNode);
	if (!node) throw new Error(`The workflow has no node "${startNode}".`);
	const runExecutionData: IRunExecutionData = createRunExecutionData({
		executionData: { nodeExecutionStack: [{ node, data: { main: inputs }, source: null }] },
	});
	const execution = new WorkflowExecute(additionalData, mode, runExecutionData);
	const run = await execution.processRunExecutionData(workflow);
	return buildResult(run, workflow.staticData);
}

function buildResult(run: IRun, staticData: IDataObject): RunResult {
	const { runData, error, lastNodeExecuted } = run.data.resultData;
	const nodesRun = Object.entries(runData)
		.flatMap(([name, runs]) => runs.map(({ executionIndex }) => ({ name, executionIndex })))
		.sort((one, other) => one.executionIndex - other.executionIndex)
		.map(({ name }) => name);
	const itemsOf = (node: string, output = 0): INodeExecutionData[] =>
		(runData[node] ?? []).flatMap((nodeRun) => nodeRun.data?.main?.[output] ?? []);
	return {
		status: error ? 'error' : run.waitTill ? 'waiting' : 'success',
		...(error ? { error, failure: getFailure(error, lastNodeExecuted ?? '') } : {}),
		nodesRun,
		itemsOf,
		jsonOf: (node, output) => itemsOf(node, output).map(({ json }) => json),
		staticData,
		run,
	};
}

function getFailure(error: ExecutionError, node: string): Failure {
	const description =
		'description' in error && typeof error.description === 'string' ? error.description : '';
	return { node, message: error.message, ...(description === '' ? {} : { description }) };
}
