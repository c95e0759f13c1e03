import { LoadOptionsContext } from 'n8n-core';
import type {
	ILoadOptionsFunctions,
	INodeExecutionData,
	INodeListSearchResult,
	INodeParameters,
	INodePropertyOptions,
	WorkflowExecuteMode,
} from 'n8n-workflow';

import { runWorkflow, type CredentialStore, type WorkflowJson } from '../harness';
import { startEngine } from '../harness/engine';

type Node = 'lever' | 'harver' | 'leverTrigger' | 'harverTrigger';

const ALL_CREDENTIALS = ['leverApi', 'leverOAuth2Api', 'harverApi', 'leverWebhookApi'];

/** What came out of a node's run: the items of each output, or the error that stopped it. */
export interface NodeResult {
	outputs: INodeExecutionData[][];
	/** The `json` of the first output's items. */
	json: INodeExecutionData['json'][];
	error?: Error & {
		description?: string | null;
		httpCode?: string | null;
		context?: Record<string, unknown>;
	};
}

/** Runs one node in n8n's engine on the items, so that only the wire is left to nock. */
export async function runNode(run: {
	node: Node;
	parameters: INodeParameters;
	items?: INodeExecutionData[];
	credentials: CredentialStore;
	continueOnFail?: boolean;
	mode?: WorkflowExecuteMode;
}): Promise<NodeResult> {
	const result = await runWorkflow(
		workflowOf(run.node, run.parameters, run.continueOnFail ?? false),
		{
			startNode: 'Start',
			items: run.items ?? [{ json: {} }],
			credentials: run.credentials,
			...(run.mode === undefined ? {} : { mode: run.mode }),
		},
	);
	const outputs = [0, 1].map((output) => result.itemsOf('Node', output));
	return {
		outputs,
		json: outputs[0]?.map(({ json }) => json) ?? [],
		...(result.error ? { error: result.error } : {}),
	};
}

/** Asks one of a node's pickers, as the editor does. */
export async function runPicker(picker: {
	node: Node;
	method: string;
	filter?: string;
	paginationToken?: string;
	parameters?: INodeParameters;
	credentials: CredentialStore;
}): Promise<INodeListSearchResult> {
	const { context, nodeType } = await editorContext(picker);
	const search = nodeType.methods?.listSearch?.[picker.method];
	if (!search) throw new Error(`The node has no picker "${picker.method}".`);
	return await search.call(context, picker.filter, picker.paginationToken);
}

/** Loads the options of one of a node's fields, as the editor does. */
export async function runLoader(loader: {
	node: Node;
	method: string;
	parameters?: INodeParameters;
	credentials: CredentialStore;
}): Promise<INodePropertyOptions[]> {
	const { context, nodeType } = await editorContext(loader);
	const load = nodeType.methods?.loadOptions?.[loader.method];
	if (!load) throw new Error(`The node has no loader "${loader.method}".`);
	return await load.call(context);
}

async function editorContext({
	node: name,
	parameters,
	credentials,
}: {
	node: Node;
	parameters?: INodeParameters;
	credentials: CredentialStore;
}) {
	const { workflow, additionalData } = await startEngine(
		workflowOf(name, parameters ?? {}, false),
		{ credentials },
		'manual',
	);
	const node = workflow.getNode('Node');
	if (!node) throw new Error('The workflow has lost its node.');
	const context: ILoadOptionsFunctions = new LoadOptionsContext(
		workflow,
		node,
		{ ...additionalData, currentNodeParameters: node.parameters },
		'',
	);
	return { context, nodeType: workflow.nodeTypes.getByNameAndVersion(node.type, node.typeVersion) };
}

function workflowOf(
	node: Node,
	parameters: INodeParameters,
	continueOnFail: boolean,
): WorkflowJson {
	return {
		nodes: [
			{
				id: 'start',
				name: 'Start',
				type: 'n8n-nodes-base.noOp',
				typeVersion: 1,
				position: [0, 0],
				parameters: {},
			},
			{
				id: 'node',
				name: 'Node',
				type: `n8n-nodes-lever-harver.${node}`,
				typeVersion: 1,
				position: [0, 0],
				parameters,
				credentials: Object.fromEntries(
					ALL_CREDENTIALS.map((type) => [type, { id: type, name: type }]),
				),
				...(continueOnFail ? { onError: 'continueRegularOutput' as const } : {}),
			},
		],
		connections: { Start: { main: [[{ node: 'Node', type: 'main', index: 0 }]] } },
	};
}
