import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

import type { INode } from 'n8n-workflow';

import type { HarnessOptions, WorkflowJson } from '../engine';
import type { RunResult } from '../execution';
import { callWebhook } from '../webhook';

/** A delivery that the flow got: which trigger answered what, and the run that it started, if it did. */
export interface Delivery {
	node: string;
	event: string;
	status: number;
	answer: unknown;
	run?: RunResult;
	/** The run of the error workflow that this one caused by failing. */
	errorRun?: RunResult;
}

/** The flow's webhooks on this machine. */
export interface WebhookReceiver {
	received: Delivery[];
	urlOf(trigger: INode): string;
	/** Waits for the runs that have begun. */
	settled(): Promise<void>;
	close(): Promise<void>;
}

/** Listens on 127.0.0.1 for the deliveries to the flow's triggers, and hands each to n8n's engine. */
export async function startWebhookReceiver(
	flow: WorkflowJson,
	options: HarnessOptions,
): Promise<WebhookReceiver> {
	const received: Delivery[] = [];
	const underWay = new Set<Promise<void>>();
	const server = createServer((request, response) => {
		const answering = answer(flow, options, request).then(
			(result) => {
				received.push(result);
				response.writeHead(result.status).end();
			},
			(error: unknown) => {
				received.push({
					node: nodeIn(request),
					event: '',
					status: 500,
					answer: error instanceof Error ? error.message : String(error),
				});
				response.writeHead(500).end();
			},
		);
		underWay.add(answering);
		void answering.finally(() => underWay.delete(answering));
	});
	await new Promise<void>((resolve, reject) => {
		server.once('error', reject);
		server.listen(0, '127.0.0.1', resolve);
	});
	const base = `http://127.0.0.1:${(server.address() as AddressInfo).port.toString()}`;
	return {
		received,
		urlOf: ({ name }) => `${base}/${encodeURIComponent(name)}`,
		settled: async () => {
			while (underWay.size > 0) await Promise.all(underWay);
		},
		close: async () => {
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
		},
	};
}

async function answer(
	flow: WorkflowJson,
	options: HarnessOptions,
	request: IncomingMessage,
): Promise<Delivery> {
	const chunks: Buffer[] = [];
	for await (const chunk of request) chunks.push(chunk as Buffer);
	const body = JSON.parse(Buffer.concat(chunks).toString('utf8')) as Record<string, unknown>;
	const headers = Object.fromEntries(
		Object.entries(request.headers).map(([name, value]) => [name, String(value)]),
	);
	const node = nodeIn(request);
	const { status, body: said, run } = await callWebhook(flow, options, { node, body, headers });
	return { node, event: String(body.event), status, answer: said, ...(run ? { run } : {}) };
}

function nodeIn({ url = '' }: IncomingMessage): string {
	return decodeURIComponent(url.slice(1));
}
