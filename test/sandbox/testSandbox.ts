import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import axios, { type AxiosRequestConfig, type AxiosResponse } from 'axios';

import { DEMO_API_KEY, HARVER_CLIENT, startSandbox, type Sandbox, type SandboxOptions } from '.';

/** A user of the demo account who may act. */
export const RECRUITER = '8d49b010-cc6a-4f40-ace5-e86061c677e0';

type Read = <T = unknown>(path: string, config?: AxiosRequestConfig) => Promise<AxiosResponse<T>>;
type Write = <T = unknown>(
	path: string,
	body?: unknown,
	config?: AxiosRequestConfig,
) => Promise<AxiosResponse<T>>;

/** A client of one service; it throws at no status. */
export interface Client {
	get: Read;
	delete: Read;
	post: Write;
	put: Write;
	patch: Write;
}

/** Stand for any text, any number and any record in what is expected. */
export const anyString: unknown = expect.any(String);
export const anyNumber: unknown = expect.any(Number);
export const objectWith = (fields: Record<string, unknown>): unknown =>
	expect.objectContaining(fields);

/** A sandbox with a clock that a test sets, and clients that are logged in to it. */
export interface TestSandbox extends Sandbox {
	clock: { now: number };
	leverApi: Client;
	control: Client;
	/** Requests without any login. */
	web: Client;
	harverApi(): Promise<Client>;
	leverWith(permissions: string[] | 'all', confidential?: boolean): Promise<Client>;
	/** The id of a candidate of the seed. */
	candidate(name: string): string;
	stageId(text: string): string;
	postingId(text: string): string;
}

/** Starts one. Limits are out of the way unless the test sets them. */
export async function startTestSandbox(options: SandboxOptions = {}): Promise<TestSandbox> {
	const clock = { now: 1_760_000_000_000 };
	const sandbox = await startSandbox({
		now: () => clock.now,
		leverBurst: 100_000,
		harverRequestsPerMinute: 100_000,
		webhookRetryDelays: [1, 1, 1, 1],
		...options,
	});
	const client = (path: string, headers: Record<string, string> = {}): Client =>
		axios.create({
			baseURL: `${sandbox.url}${path}`,
			headers,
			validateStatus: () => true,
			maxRedirects: 0,
			proxy: false,
		});
	const lever = (key: string): Client =>
		client('/v1', { authorization: `Basic ${Buffer.from(`${key}:`).toString('base64')}` });
	const control = client('/control');
	return {
		...sandbox,
		clock,
		leverApi: lever(DEMO_API_KEY),
		control,
		web: client(''),
		harverApi: async () => {
			const { clientId, clientSecret } = HARVER_CLIENT;
			const form = new URLSearchParams({
				grant_type: 'client_credentials',
				client_id: clientId,
				client_secret: clientSecret,
			});
			const { data } = await client('').post<{ accessToken: string }>('/oauth/token', form);
			return client('/api/v1.0', { authorization: `Bearer ${data.accessToken}` });
		},
		leverWith: async (permissions, confidential = false) => {
			const { data } = await control.post<{ key: string }>('/keys', { permissions, confidential });
			return lever(data.key);
		},
		candidate: (name) =>
			required(
				sandbox.lever.opportunities.find(
					(opportunity) => sandbox.lever.getContactFor(opportunity).name === name,
				),
			).id,
		stageId: (text) => required(sandbox.lever.stages.find((stage) => stage.text === text)).id,
		postingId: (text) =>
			required(sandbox.lever.postings.find((posting) => posting.text === text)).id,
	};
}

/** What an n8n would be: takes deliveries, and answers them as the test says. */
export interface Receiver {
	url: string;
	received: { headers: IncomingHttpHeaders; body: Record<string, unknown>; at: number }[];
	/** Answers the next deliveries with these, then with 200. */
	statuses: number[];
	close(): Promise<void>;
}

/** Starts one. */
export async function startReceiver(): Promise<Receiver> {
	const receiver: Omit<Receiver, 'url' | 'close'> = { received: [], statuses: [] };
	const server: Server = createServer((request, response) => {
		const chunks: Buffer[] = [];
		request.on('data', (chunk: Buffer) => chunks.push(chunk));
		request.on('end', () => {
			receiver.received.push({
				headers: request.headers,
				body: JSON.parse(Buffer.concat(chunks).toString()) as Record<string, unknown>,
				at: Date.now(),
			});
			response.writeHead(receiver.statuses.shift() ?? 200).end();
		});
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const url = `http://127.0.0.1:${(server.address() as AddressInfo).port.toString()}/hook`;
	return Object.assign(receiver, {
		url,
		close: async () => {
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
		},
	});
}

function required<T>(value: T | undefined): T {
	if (value === undefined) throw new Error('The seed has lost it.');
	return value;
}
