import 'reflect-metadata';

import { Container } from '@n8n/di';
import { BinaryDataConfig, BinaryDataService, ExecutionLifecycleHooks } from 'n8n-core';
import type { ICredentialType, IDataObject, INodeType, IWorkflowBase, IWorkflowExecuteAdditionalData, WorkflowExecuteMode } from 'n8n-workflow';
import { Workflow } from 'n8n-workflow';

import { HarnessCredentials, type CredentialStore } from './credentials';
import { HarnessNodeTypes } from './nodeTypes';

const BASE_URL = 'https://n8n.example.org/';

/** A workflow as the editor exports it and `workflows/` ships it. */
export type WorkflowJson = Pick<IWorkflowBase, 'nodes' | 'connections'> & Partial<IWorkflowBase>;

/** What a workflow runs with. */
export interface HarnessOptions {
	credentials?: CredentialStore;
	/** Static data from an earlier run or an activation; changed in place. */
	staticData?: IDataObject;
	/** Node and credential types that are in no package, by type name. */
	extraNodes?: Record<string, INodeType>;
	extraCredentials?: Record<string, ICredentialType>;
	/** Calls and (de)activates a webhook as "Listen for test event" in the editor does: at its test URL. */
	trial?: boolean;
	/** Shortens what nodes wait between their tries, so that tests are quick. */
	fastRetries?: boolean;
}

/** A workflow in the engine, ready to be run or asked. */
export interface Engine {
	workflow: Workflow;
	additionalData: IWorkflowExecuteAdditionalData;
}

let started: Promise<void> | undefined;

/** Loads a workflow into n8n-core's engine. */
export async function startEngine(json: WorkflowJson, options: HarnessOptions, mode: WorkflowExecuteMode): Promise<Engine> {
	await (started ??= startBinaryData());
	const nodes = json.nodes.map((node) => (options.fastRetries !== false && node.retryOnFail ? { ...node, waitBetweenTries: 1 } : node));
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
	const credentials = new HarnessCredentials(options.credentials ?? {}, options.extraCredentials, () => workflow);
	return { workflow, additionalData: additionalDataFor(credentials, workflow, mode) };
}

async function startBinaryData(): Promise<void> {
	const config = Container.get(BinaryDataConfig);
	config.mode = 'default';
	await Container.get(BinaryDataService).init();
}

function additionalDataFor(credentialsHelper: HarnessCredentials, workflow: Workflow, mode: WorkflowExecuteMode): IWorkflowExecuteAdditionalData {
	const unsupported = (what: string) => async (): Promise<never> => {
		return await Promise.reject(new Error(`The harness does not run ${what}.`));
	};
	const workflowData = { id: workflow.id, name: workflow.name ?? '', nodes: [], connections: {}, active: false } as unknown as IWorkflowBase;
	return {
		credentialsHelper,
		executeWorkflow: unsupported('sub-workflows'),
		getRunExecutionData: async () => { await Promise.resolve(undefined); },
		getRuntimeCredential: async () => { await Promise.resolve(undefined); },
		startRunnerTask: unsupported('code in task runners'),
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
