import type { Request, Response } from 'express';
import { HookContext, WebhookContext } from 'n8n-core';
import type { IDataObject, INode, IWebhookData, IWebhookResponseData } from 'n8n-workflow';

import { startEngine, type Engine, type HarnessOptions, type WorkflowJson } from './engine';
import { runFrom, type RunResult } from './execution';

/** A call to a webhook, as n8n hands it on: the body is read already. */
export interface WebhookCall {
	/** The trigger node; without it, the only one that has a webhook. */
	node?: string;
	body?: unknown;
	headers?: Record<string, string>;
	query?: Record<string, string>;
	/** n8n cannot start the execution, as without its database: nothing runs, and the caller is answered 500. */
	startFails?: boolean;
}

/** What the caller was answered, and the run that the call started, if it did. */
export interface WebhookResult {
	status: number;
	body: unknown;
	/** The headers that the trigger itself set, in lower case. */
	headers: Record<string, string>;
	run?: RunResult;
}

/** Calls a workflow's webhook: the trigger's own `webhook()` answers and decides whether the workflow runs. */
export async function callWebhook(
	json: WorkflowJson,
	options: HarnessOptions,
	call: WebhookCall,
): Promise<WebhookResult> {
	const mode = options.trial === true ? 'manual' : 'webhook';
	const engine = await startEngine(json, options, mode);
	const node = webhookNode(engine, call.node);
	const answered: Omit<WebhookResult, 'run'> = { status: 200, body: undefined, headers: {} };
	const response = responseInto(answered);
	const additionalData = {
		...engine.additionalData,
		httpRequest: requestOf(call),
		httpResponse: response,
	};
	const context = new WebhookContext(
		engine.workflow,
		node,
		additionalData,
		mode,
		webhookData(engine, node, options),
		[],
		null,
	);
	const nodeType = engine.workflow.nodeTypes.getByNameAndVersion(node.type, node.typeVersion);
	const received: IWebhookResponseData = (await nodeType.webhook?.call(context)) ?? {};
	const { workflowData, noWebhookResponse } = received;
	const webhookResponse: unknown = received.webhookResponse;
	const starts = workflowData !== undefined && call.startFails !== true;
	if (workflowData && !starts) response.status(500);
	if (noWebhookResponse !== true)
		answered.body = webhookResponse ?? {
			message: answered.status < 500 ? 'Workflow was started' : 'Internal Server Error',
		};
	response.end();
	if (!starts) return answered;
	return { ...answered, run: await runFrom(engine, node.name, workflowData) };
}

/** Activates a workflow's webhook as n8n does: `create` runs unless `checkExists` says that it is there. Gives what `checkExists` said. */
export async function activate(
	json: WorkflowJson,
	options: HarnessOptions,
	nodeName?: string,
): Promise<boolean> {
	const { context, methods } = await hooksOf(json, options, nodeName);
	const exists = (await methods?.checkExists.call(context)) ?? true;
	if (!exists) await methods?.create.call(context);
	return exists;
}

/** Deactivates a workflow's webhook: runs the trigger's `delete`. */
export async function deactivate(
	json: WorkflowJson,
	options: HarnessOptions,
	nodeName?: string,
): Promise<void> {
	const { context, methods } = await hooksOf(json, options, nodeName);
	await methods?.delete.call(context);
}

async function hooksOf(json: WorkflowJson, options: HarnessOptions, nodeName: string | undefined) {
	const mode = options.trial === true ? 'manual' : 'trigger';
	const engine = await startEngine(json, options, mode);
	const node = webhookNode(engine, nodeName);
	const activation = options.trial === true ? 'manual' : 'activate';
	const context = new HookContext(
		engine.workflow,
		node,
		engine.additionalData,
		mode,
		activation,
		webhookData(engine, node, options),
	);
	const { webhookMethods } = engine.workflow.nodeTypes.getByNameAndVersion(
		node.type,
		node.typeVersion,
	);
	return { context, methods: webhookMethods?.default };
}

function webhookNode({ workflow }: Engine, name: string | undefined): INode {
	const nodes = Object.values(workflow.nodes).filter(
		(node) =>
			workflow.nodeTypes.getByNameAndVersion(node.type, node.typeVersion).webhook !== undefined,
	);
	const [node, another] = nodes.filter(
		(candidate) => name === undefined || candidate.name === name,
	);
	if (!node)
		throw new Error(
			name === undefined
				? 'The workflow has no webhook.'
				: `The workflow has no webhook "${name}".`,
		);
	if (another)
		throw new Error(
			`The workflow has several webhooks; name one of them: ${nodes.map((candidate) => candidate.name).join(', ')}.`,
		);
	return node;
}

function webhookData(
	{ workflow, additionalData }: Engine,
	node: INode,
	{ trial = false }: HarnessOptions,
): IWebhookData {
	const [description] =
		workflow.nodeTypes.getByNameAndVersion(node.type, node.typeVersion).description.webhooks ?? [];
	if (!description) throw new Error(`"${node.name}" has no webhook.`);
	const path = node.webhookId ?? node.id;
	return {
		httpMethod: 'POST',
		node: node.name,
		path,
		isTest: trial,
		webhookDescription: description,
		workflowId: workflow.id,
		workflowExecuteAdditionalData: additionalData,
	};
}

function requestOf({ body = {}, headers = {}, query = {} }: WebhookCall): Request {
	const text = JSON.stringify(body);
	const all = {
		'content-type': 'application/json',
		'content-length': String(Buffer.byteLength(text)),
		...headers,
	};
	return {
		method: 'POST',
		body: body as IDataObject,
		rawBody: Buffer.from(text),
		headers: all,
		query,
		params: {},
		get: (name: string) => (all as Record<string, string>)[name.toLowerCase()],
	} as unknown as Request;
}

function responseInto(answered: Omit<WebhookResult, 'run'>): Response {
	const response = {
		statusCode: answered.status,
		status: (status: number) => {
			answered.status = response.statusCode = status;
			return response;
		},
		json: (body: unknown) => {
			answered.body = body;
			return response;
		},
		send: (body: unknown) => {
			answered.body = body;
			return response;
		},
		end: () => response,
		setHeader: (name: string, value: string) => {
			answered.headers[name.toLowerCase()] = value;
			return response;
		},
	};
	return response as unknown as Response;
}
