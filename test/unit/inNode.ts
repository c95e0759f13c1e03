import { WorkflowExecute } from 'n8n-core';
import type {
	IExecuteFunctions,
	INodeExecutionData,
	INodeParameters,
	INodeType,
	IRun,
} from 'n8n-workflow';
import { createRunExecutionData } from 'n8n-workflow';

import { resourceLocator } from '../../nodes/shared/node/resourceLocator';
import { runWorkflow, type CredentialStore } from '../harness';
import { startEngine } from '../harness/engine';
import type { RunResult } from '../harness/execution';

const CREDENTIALS = ['leverApi', 'leverOAuth2Api', 'harverApi'];

type Task = (context: IExecuteFunctions) => Promise<unknown>;

/** What a piece of code gave when it ran inside of a node, or how the node failed, as n8n keeps it. */
export interface InNodeResult {
	value: unknown;
	error?: Error & {
		description?: string | null;
		httpCode?: string | null;
		context?: Record<string, unknown>;
	};
	run: RunResult;
}

/** Runs a piece of code inside of a node in n8n's engine, with the node's credentials: what is below the actions is tested so. */
export async function inNode(task: Task, setup: Setup = {}): Promise<InNodeResult> {
	const result: { value: unknown } = { value: undefined };
	const run = await runWorkflow(workflowOf(setup), {
		...optionsOf(task, setup, result),
		startNode: 'Node',
		items: setup.items ?? [{ json: {} }],
	});
	return { ...result, run, ...(run.error ? { error: run.error } : {}) };
}

/** Starts the same and gives a way to stop the execution, as the user does in n8n. */
export async function inStoppableNode(
	task: Task,
	setup: Setup = {},
): Promise<{ ended: Promise<IRun>; stop(): void }> {
	const { workflow, additionalData } = await startEngine(
		workflowOf(setup),
		optionsOf(task, setup, { value: undefined }),
		'trigger',
	);
	const node = workflow.getNode('Node');
	if (!node) throw new Error('The workflow has lost its node.');
	const data = createRunExecutionData({
		executionData: {
			nodeExecutionStack: [{ node, data: { main: [setup.items ?? [{ json: {} }]] }, source: null }],
		},
	});
	const execution = new WorkflowExecute(additionalData, 'trigger', data).processRunExecutionData(
		workflow,
	);
	return {
		ended: Promise.resolve(execution),
		stop: () => {
			execution.cancel();
		},
	};
}

export interface Setup {
	credentials?: CredentialStore;
	parameters?: INodeParameters;
	items?: INodeExecutionData[];
	onError?: 'continueRegularOutput' | 'continueErrorOutput';
	/** How many ordinary outputs the node has. */
	outputs?: number;
}

function optionsOf(task: Task, { credentials, outputs = 1 }: Setup, result: { value: unknown }) {
	return {
		credentials: credentials ?? {},
		extraNodes: { 'test.node': nodeThatRuns(task, outputs, result) },
	};
}

function nodeThatRuns(task: Task, outputs: number, result: { value: unknown }): INodeType {
	return {
		description: {
			displayName: 'Node',
			name: 'node',
			group: ['transform'],
			version: 1,
			description: '',
			defaults: { name: 'Node' },
			inputs: ['main'],
			outputs: Array.from({ length: outputs }, () => 'main' as const),
			credentials: CREDENTIALS.map((name) => ({ name })),
			properties: [
				...['resource', 'operation', 'authentication', 'text', 'opportunityId'].map((name) => ({
					displayName: name,
					name,
					type: 'string' as const,
					default: '',
				})),
				resourceLocator({
					displayName: 'Picker',
					name: 'picker',
					description: '',
					searchMethod: 'search',
					idPlaceholder: '',
					required: false,
				}),
			],
		},
		async execute(this: IExecuteFunctions) {
			result.value = await task(this);
			return isOutputs(result.value) ? result.value : [[{ json: {} }]];
		},
	};
}

/** What a task gives out as the node's own outputs. */
function isOutputs(value: unknown): value is INodeExecutionData[][] {
	return Array.isArray(value) && value.length > 0 && value.every((output) => Array.isArray(output));
}

function workflowOf({ parameters = {}, onError }: Setup) {
	return {
		nodes: [
			{
				id: 'node',
				name: 'Node',
				type: 'test.node',
				typeVersion: 1,
				position: [0, 0] as [number, number],
				parameters,
				credentials: Object.fromEntries(
					CREDENTIALS.map((type) => [type, { id: type, name: type }]),
				),
				...(onError ? { onError } : {}),
			},
		],
		connections: {},
	};
}
