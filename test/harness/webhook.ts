import type { Request, Response } from 'express';
import { WebhookContext } from 'n8n-core';
import type { IDataObject, IWebhookResponseData } from 'n8n-workflow';

import { startEngine, type HarnessOptions, type WorkflowJson } from './engine';
import type { RunResult } from './execution';
import { execute } from './run';
import { asJson, withUnsavedStaticData } from './saved';
import { findWebhookNode, getWebhookData } from './webhookNode';

/** A call to a webhook. The body is parsed already, as when n8n passes it to a trigger. */
export interface WebhookCall {
	/** The name of the trigger; by default the only node that has a webhook. */
	node?: string;
	body?: unknown;
	headers?: Record<string, string>;
	query?: Record<string, string>;
	/** Whether n8n fails to start the execution, e.g. without its database: nothing runs, and the answer is 500. */
	startFails?: boolean;
}

/** The answer to the caller, and the run that the call started, if any. */
export interface WebhookResult {
	status: number;
	body: unknown;
	/** The headers that the trigger set, in lower case. */
	headers: Record<string, string>;
	run?: RunResult;
}

/** Calls a workflow's webhook: the trigger's `webhook()` answers and decides whether the workflow runs. */
export async function callWebhook(
	json: WorkflowJson,
	options: HarnessOptions,
	call: WebhookCall,
): Promise<WebhookResult> {
	const mode = options.trial === true ? 'manual' : 'webhook';
	// n8n does not keep static data that a call changes; the execution gets what was there before the call.
	const engine = await startEngine(json, withUnsavedStaticData(options), mode);
	const node = findWebhookNode(engine, call.node);
	const answered: Omit<WebhookResult, 'run'> = { status: 200, body: undefined, headers: {} };
	const response = buildResponse(answered);
	const additionalData = {
		...engine.additionalData,
		httpRequest: buildRequest(call),
		httpResponse: response,
	};
	const context = new WebhookContext(
		engine.workflow,
		node,
		additionalData,
		mode,
		getWebhookData(engine, node, options),
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
	return { ...answered, run: await execute(json, options, mode, node.name, asJson(workflowData)) };
}

function buildRequest({ body = {}, headers = {}, query = {} }: WebhookCall): Request {
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

function buildResponse(answered: Omit<WebhookResult, 'run'>): Response {
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
