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

/** What a node failed with, in the words that n8n shows. */
export interface Failure {
	node: string;
	message: string;
	/** What the user is advised to do. */
	description?: string;
}

/** How a run went. */
export interface RunResult {
	/** `waiting` when a node has put the run to sleep until a time or a call. */
	status: 'success' | 'error' | 'waiting';
	/** What stopped the run. */
	error?: ExecutionError;
	/** The same in short: which node, with which message and which advice. */
	failure?: Failure;
	/** The nodes that ran, in order; a node that ran several times is named as often. */
	nodesRun: string[];
	/** The items that a node gave on an output, over all its runs. Empty when it did not run. */
	itemsOf: (node: string, output?: number) => INodeExecutionData[];
	/** The `json` of the same. */
	jsonOf: (node: string, output?: number) => IDataObject[];
	staticData: IDataObject;
	run: IRun;
}

/** Runs a loaded workflow from a node with the items of each of its inputs (of a trigger: outputs). */
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
	return resultOf(run, workflow.staticData);
}

function resultOf(run: IRun, staticData: IDataObject): RunResult {
	const { runData, error, lastNodeExecuted } = run.data.resultData;
	const nodesRun = Object.entries(runData)
		.flatMap(([name, runs]) => runs.map(({ executionIndex }) => ({ name, executionIndex })))
		.sort((one, other) => one.executionIndex - other.executionIndex)
		.map(({ name }) => name);
	const itemsOf = (node: string, output = 0): INodeExecutionData[] =>
		(runData[node] ?? []).flatMap((nodeRun) => nodeRun.data?.main?.[output] ?? []);
	return {
		status: error ? 'error' : run.waitTill ? 'waiting' : 'success',
		...(error ? { error, failure: failureOf(error, lastNodeExecuted ?? '') } : {}),
		nodesRun,
		itemsOf,
		jsonOf: (node, output) => itemsOf(node, output).map(({ json }) => json),
		staticData,
		run,
	};
}

function failureOf(error: ExecutionError, node: string): Failure {
	const description =
		'description' in error && typeof error.description === 'string' ? error.description : '';
	return { node, message: error.message, ...(description === '' ? {} : { description }) };
}
