import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

import type { INode } from 'n8n-workflow';

import type { HarnessOptions, WorkflowJson } from '../engine';
import type { RunResult } from '../execution';
import { callWebhook } from '../webhook';

/** A webhook that the workflow received: what the trigger answered, and the run that it started, if any. */
export interface Delivery {
	node: string;
	event: string;
	status: number;
	answer: unknown;
	run?: RunResult;
	/** The run of the error workflow, if this run failed. */
	errorRun?: RunResult;
}

/** The URLs of a workflow's triggers on this machine. */
export interface WebhookReceiver {
	deliveries: Delivery[];
	getUrl(trigger: INode): string;
	/** Waits for the runs that have been started. */
	settled(): Promise<void>;
	close(): Promise<void>;
}

/** Listens on 127.0.0.1 for webhooks to the workflow's triggers, and passes each to n8n's engine. */
export async function startWebhookReceiver(
	workflow: WorkflowJson,
	options: HarnessOptions,
): Promise<WebhookReceiver> {
	const deliveries: Delivery[] = [];
	const inProgress = new Set<Promise<void>>();
	const server = createServer((request, response) => {
		const answering = receive(workflow, options, request).then((delivery) => {
			deliveries.push(delivery);
			response.writeHead(delivery.status).end();
		});
		inProgress.add(answering);
		void answering.finally(() => inProgress.delete(answering));
	});
	await new Promise<void>((resolve, reject) => {
		server.once('error', reject);
		server.listen(0, '127.0.0.1', resolve);
	});
	const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port.toString()}`;
	return {
		deliveries,
		getUrl: ({ name }) => `${baseUrl}/${encodeURIComponent(name)}`,
		settled: async () => {
			while (inProgress.size > 0) await Promise.all(inProgress);
		},
		close: async () => {
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
		},
	};
}

async function receive(
	workflow: WorkflowJson,
	options: HarnessOptions,
	request: IncomingMessage,
): Promise<Delivery> {
	const node = decodeURIComponent((request.url ?? '').slice(1));
	try {
		const chunks: Buffer[] = [];
		for await (const chunk of request) chunks.push(chunk as Buffer);
		const body = JSON.parse(Buffer.concat(chunks).toString('utf8')) as Record<string, unknown>;
		const headers = Object.fromEntries(
			Object.entries(request.headers).map(([name, value]) => [name, String(value)]),
		);
		const result = await callWebhook(workflow, options, { node, body, headers });
		return {
			node,
			event: String(body.event),
			status: result.status,
			answer: result.body,
			...(result.run ? { run: result.run } : {}),
		};
	} catch (error) {
		const message = error instanceof Error ? error.message : String(error);
		return { node, event: '', status: 500, answer: message };
	}
}
