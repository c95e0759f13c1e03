import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** How a server answers one request. */
export type Answer = (response: ServerResponse) => void;

export interface ReceivedRequest {
	method: string;
	/** With the query. */
	path: string;
	body: string;
}

/** A real server: its connections can end where nock's cannot. */
export interface MisbehavingServer {
	url: string;
	requests: ReceivedRequest[];
	/** Answers a request; `undefined` ends the connection without one. */
	answer: (request: ReceivedRequest) => Answer | undefined;
	close(): Promise<void>;
}

export async function startServer(): Promise<MisbehavingServer> {
	const server = createServer((request, response) => {
		void read(request).then((body) => {
			const received = { method: request.method ?? '', path: request.url ?? '', body };
			misbehaving.requests.push(received);
			const answer = misbehaving.answer(received);
			if (answer) answer(response);
			else request.socket.destroy();
		});
	});
	await new Promise<void>((resolve) => {
		server.listen(0, '127.0.0.1', resolve);
	});
	const misbehaving: MisbehavingServer = {
		url: `http://127.0.0.1:${(server.address() as AddressInfo).port.toString()}`,
		requests: [],
		answer: () => json(404, { code: 'ResourceNotFound', message: 'Not found' }),
		close: async () => {
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
		},
	};
	return misbehaving;
}

async function read(request: IncomingMessage): Promise<string> {
	let body = '';
	for await (const chunk of request) body += String(chunk);
	return body;
}

/** A whole response. */
export function json(status: number, body: unknown, headers: Record<string, string> = {}): Answer {
	return (response) => {
		response.writeHead(status, { 'content-type': 'application/json', ...headers });
		response.end(body === undefined ? undefined : JSON.stringify(body));
	};
}

export function text(status: number, body: string, contentType = 'application/json'): Answer {
	return (response) => {
		response.writeHead(status, { 'content-type': contentType }).end(body);
	};
}

export function empty(status: number): Answer {
	return (response) => {
		response.writeHead(status).end();
	};
}

/** The headers and the beginning of a body arrive, then the connection ends. */
export function cutOff(status: number, how: 'contentLength' | 'chunked' | 'headersOnly'): Answer {
	return (response) => {
		const type = { 'content-type': 'application/json' };
		response.writeHead(status, how === 'chunked' ? type : { ...type, 'content-length': '1000' });
		response.flushHeaders();
		if (how !== 'headersOnly') response.write('{"data":{"id":"half');
		setTimeout(() => {
			response.destroy();
		}, 30);
	};
}
