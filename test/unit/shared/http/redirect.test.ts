import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

import type { ServiceRequest } from '../../../../nodes/shared/http/types';
import { ask, everythingIn, expectAllAsked, READ, WRITE } from './askLever';

afterEach(expectAllAsked);

describe('a redirect', () => {
	let service: Server;
	let elsewhere: Server;
	let asked: {
		host: 'service' | 'elsewhere';
		method?: string;
		url?: string;
		authorization?: string;
		body: string;
	}[];
	let answer: (request: IncomingMessage, response: ServerResponse) => void;

	const urlOf = (server: Server) =>
		`http://127.0.0.1:${(server.address() as AddressInfo).port.toString()}`;
	const started = async (host: 'service' | 'elsewhere') => {
		const server = createServer((request, response) => {
			let body = '';
			request.on('data', (chunk: Buffer) => {
				body += chunk.toString();
			});
			request.on('end', () => {
				const { method, url, headers } = request;
				asked.push({
					host,
					body,
					...(method ? { method } : {}),
					...(url ? { url } : {}),
					...(headers.authorization ? { authorization: headers.authorization } : {}),
				});
				if (host === 'service') answer(request, response);
				else
					response.setHeader('content-type', 'application/json').end('{"data":{"id":"elsewhere"}}');
			});
		});
		await new Promise<void>((resolve) => {
			server.listen(0, '127.0.0.1', resolve);
		});
		return server;
	};
	const redirectOnce =
		(status: number, to: () => string) => (request: IncomingMessage, response: ServerResponse) => {
			if (request.url?.startsWith('/v1/moved') === true)
				response.setHeader('content-type', 'application/json').end('{"data":{"id":"moved"}}');
			else response.writeHead(status, { location: to() }).end();
		};
	const askService = async (request: ServiceRequest) =>
		await ask(request, {
			environment: 'custom',
			baseUrl: `${urlOf(service)}/v1/`,
			maxRetryTime: 1,
		});

	beforeEach(async () => {
		asked = [];
		[service, elsewhere] = await Promise.all([started('service'), started('elsewhere')]);
	});
	afterEach(async () => {
		await Promise.all(
			[service, elsewhere].map(async (server) => {
				await new Promise((resolve) => server.close(resolve));
			}),
		);
	});

	it.each([[301], [302], [307], [308]])(
		'(%i) within the service is followed with the method, the body and the key',
		async (status) => {
			answer = redirectOnce(status, () => '/v1/moved?x=1');
			expect((await askService(WRITE)).answer.body).toEqual({ data: { id: 'moved' } });
			expect(asked).toHaveLength(2);
			expect(asked[1]).toEqual({ ...asked[0], url: '/v1/moved?x=1' });
			expect(asked[1]).toMatchObject({ method: 'POST', body: '{"value":"Invited"}' });
			expect(asked[1]?.authorization).toMatch(/^Basic /u);
		},
	);

	it('(303) is followed with GET', async () => {
		answer = redirectOnce(303, () => 'moved');
		await askService({ ...WRITE, path: '/notes' });
		expect(asked[1]).toMatchObject({ method: 'GET', url: '/v1/moved', body: '' });
	});

	it.each([['GET'], ['POST']] as const)(
		'to another host is not followed by a %s: no key is sent, and the error names the host',
		async (method) => {
			answer = redirectOnce(301, () => `${urlOf(elsewhere)}/v1/opportunities/o1?token=9f8e7d`);
			const { error } = await askService({ ...WRITE, method });
			expect(asked.map(({ host }) => host)).toEqual(['service']);
			expect(error?.description).toContain(
				`Lever redirected the request to ${urlOf(elsewhere)}. The node does not send credentials to another address.`,
			);
			expect(everythingIn(error)).not.toContain('9f8e7d');
		},
	);

	it('of a file to another host is followed, without the key', async () => {
		answer = redirectOnce(302, () => `${urlOf(elsewhere)}/stored/f1`);
		const { answer: file } = await askService({
			method: 'GET',
			path: '/files/f1/download',
			expects: 'file',
			description: 'download the file f1',
		});
		expect(Buffer.isBuffer(file.body)).toBe(true);
		expect(asked.map(({ host, authorization }) => [host, authorization !== undefined])).toEqual([
			['service', true],
			['elsewhere', false],
		]);
	});

	it('that never ends is an error', async () => {
		answer = (_request, response) => {
			response.writeHead(301, { location: '/v1/again' }).end();
		};
		const { error } = await askService(READ);
		expect(error?.description).toContain('Lever answered 301.');
		expect(asked).toHaveLength(6);
	});

	it.each([[undefined], ['http://['], ['']])('to %j is an error', async (location) => {
		answer = (_request, response) => {
			response.writeHead(301, location === undefined ? {} : { location }).end();
		};
		const { error } = await askService(READ);
		expect(error?.message).toBe('Lever refused to read the opportunity o1');
	});

	it('is not blamed when the service is not there', async () => {
		const gone = urlOf(elsewhere);
		const { error } = await ask(READ, {
			environment: 'custom',
			baseUrl: gone.replace(/\d+$/u, '1'),
			maxRetryTime: 0,
		});
		expect(error?.description).toContain('Network error: ECONNREFUSED.');
	});
});
