import 'reflect-metadata';

import { ExecutionLifecycleHooks } from 'n8n-core';
import type {
	ICredentialType,
	IDataObject,
	INodeType,
	IWorkflowBase,
	IWorkflowExecuteAdditionalData,
	WorkflowExecuteMode,
} from 'n8n-workflow';
import { Workflow } from 'n8n-workflow';

import { runCodeTask } from './code';
import { startExpressionEngine } from './expressions';
import { startFileStorage } from './files';
import { HarnessCredentials, type CredentialStore } from './credentials';
import { HarnessNodeTypes } from './nodeTypes';
import { SubWorkflows } from './subWorkflows';

const BASE_URL = 'https://n8n.example.org/';

/** A workflow as the editor exports it and `workflows/` ships it. */
export type WorkflowJson = Pick<IWorkflowBase, 'nodes' | 'connections'> & Partial<IWorkflowBase>;

/** What a workflow runs with. The options are explained in the README. */
export interface HarnessOptions {
	credentials?: CredentialStore;
	/** Static data of an earlier run or activation; changed in place. */
	staticData?: IDataObject;
	/** Node and credential types of other packages, by type name. */
	extraNodes?: Record<string, INodeType>;
	extraCredentials?: Record<string, ICredentialType>;
	/** Uses the test URL of a webhook, as "Listen for test event" in the editor does. */
	trial?: boolean;
	/** The workflows that Execute Workflow nodes can call, by workflow ID. They run with the same options. */
	subWorkflows?: Record<string, WorkflowJson>;
	/** How the execution was started; 'trigger' by default. */
	mode?: WorkflowExecuteMode;
	/** Whether *Retry On Fail* waits 1 ms between tries; true by default. */
	fastRetries?: boolean;
}

/** A workflow in the engine, ready to run. */
export interface Engine {
	workflow: Workflow;
	additionalData: IWorkflowExecuteAdditionalData;
	mode: WorkflowExecuteMode;
}

let started: Promise<void> | undefined;

/** Loads a workflow into n8n-core's engine. */
export async function startEngine(
	json: WorkflowJson,
	options: HarnessOptions,
	mode: WorkflowExecuteMode,
): Promise<Engine> {
	await (started ??= startServices());
	const nodes = json.nodes.map((node) =>
		options.fastRetries !== false && node.retryOnFail ? { ...node, waitBetweenTries: 1 } : node,
	);
	const workflow = new Workflow({
		id: json.id ?? 'harness',
		name: json.name ?? 'Harness',
		nodes: structuredClone(nodes),
		connections: json.connections,
		active: mode !== 'manual',
		nodeTypes: new HarnessNodeTypes(options.extraNodes),
		staticData: options.staticData ?? {},
		settings: json.settings ?? { executionOrder: 'v1' },
	});
	const credentials = new HarnessCredentials(
		options.credentials ?? {},
		options.extraCredentials,
		() => workflow,
	);
	const subWorkflows = new SubWorkflows(
		options.subWorkflows ?? {},
		async (subWorkflow) =>
			await startEngine(subWorkflow, { ...options, staticData: {} }, 'integrated'),
	);
	return {
		workflow,
		additionalData: buildAdditionalData(credentials, workflow, subWorkflows, mode),
		mode,
	};
}

async function startServices(): Promise<void> {
	startFileStorage();
	await startExpressionEngine();
}

function buildAdditionalData(
	credentialsHelper: HarnessCredentials,
	workflow: Workflow,
	subWorkflows: SubWorkflows,
	mode: WorkflowExecuteMode,
): IWorkflowExecuteAdditionalData {
	const workflowData = {
		id: workflow.id,
		name: workflow.name ?? '',
		nodes: [],
		connections: {},
		active: false,
	} as unknown as IWorkflowBase;
	return {
		credentialsHelper,
		executeWorkflow: subWorkflows.execute,
		getRunExecutionData: subWorkflows.getRunExecutionData,
		getRuntimeCredential: async () => {
			await Promise.resolve(undefined);
		},
		startRunnerTask: runCodeTask,
		executionId: 'harness',
		currentNodeExecutionIndex: 0,
		restApiUrl: `${BASE_URL}rest`,
		instanceBaseUrl: BASE_URL,
		formBaseUrl: `${BASE_URL}form`,
		formWaitingBaseUrl: `${BASE_URL}form-waiting`,
		formTestBaseUrl: `${BASE_URL}form-test`,
		webhookBaseUrl: `${BASE_URL}webhook`,
		webhookWaitingBaseUrl: `${BASE_URL}webhook-waiting`,
		webhookTestBaseUrl: `${BASE_URL}webhook-test`,
		mcpBaseUrl: `${BASE_URL}mcp`,
		mcpTestBaseUrl: `${BASE_URL}mcp-test`,
		variables: {},
		logAiEvent: () => undefined,
		hooks: new ExecutionLifecycleHooks(mode, 'harness', workflowData),
	} as unknown as IWorkflowExecuteAdditionalData;
}
