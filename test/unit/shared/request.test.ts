import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

import nock from 'nock';

import { harverAnswer } from '../../../nodes/Harver/transport/request';
import { leverAnswer } from '../../../nodes/Lever/transport/request';
import type { Answer, ServiceRequest } from '../../../nodes/shared/service';
import { inNode, inStoppableNode, type InNodeResult } from '../inNode';
import { runPicker } from '../runNode';

const KEY = 'lever-api-key-0123456789';
const LEVER = 'https://api.lever.co';
const READ: ServiceRequest = { method: 'GET', path: '/opportunities/o1', task: 'read the opportunity o1' };
const WRITE: ServiceRequest = { method: 'POST', path: '/opportunities/o1/notes', body: { value: 'Invited' }, task: 'add a note to the opportunity o1' };
const FOUND = { data: { id: 'o1' } };

/** Asks Lever from inside of a node. Each test has an account of its own, and with it a fresh pace. */
async function ask(request: ServiceRequest, credential: Record<string, string | number> = {}): Promise<InNodeResult & { answer: Answer }> {
	const apiKey = `${KEY}-${expect.getState().currentTestName ?? ''}`;
	const result = await inNode(async (context) => await leverAnswer(context, request), { credentials: { leverApi: { apiKey, ...credential } } });
	return { ...result, answer: result.value as Answer };
}

const lever = () => nock(LEVER);
const read = () => lever().get('/v1/opportunities/o1');
const write = () => lever().post('/v1/opportunities/o1/notes');
const failure = (code: string) => Object.assign(new Error(`connect ${code}`), { code });

afterEach(() => {
	expect(nock.pendingMocks()).toEqual([]);
	nock.cleanAll();
});

describe('a request that fails and can be repeated', () => {
	it.each([[429], [500], [502], [503], [504], [408]])('is repeated after %i', async (status) => {
		read().reply(status, { code: 'Busy', message: 'Try later' });
		read().reply(200, FOUND);
		expect((await ask(READ)).answer).toMatchObject({ statusCode: 200, body: FOUND });
	});

	it.each([['ECONNREFUSED'], ['ECONNRESET'], ['ETIMEDOUT'], ['EAI_AGAIN']])('is repeated after %s', async (code) => {
		read().replyWithError(failure(code));
		read().reply(200, FOUND);
		expect((await ask(READ)).answer.body).toEqual(FOUND);
	});

	it('is repeated when the wait that the service asks for is over', async () => {
		read().reply(429, {}, { 'Retry-After': '1' });
		read().reply(200, FOUND);
		const started = performance.now();
		await ask(READ);
		expect(performance.now() - started).toBeGreaterThan(990);
	});

	it('gives up with a clear error when the service asks for more than the longest wait', async () => {
		read().reply(429, {}, { 'Retry-After': '300' });
		const { error } = await ask(READ, { longestWait: 60 });
		expect(error).toMatchObject({ message: 'Lever is receiving too many requests: gave up trying to read the opportunity o1', httpCode: '429' });
		expect(error?.description).toContain('Lever asks to wait 300 seconds.');
	});

	it('gives up with a clear error when the service stays down for the longest wait', async () => {
		lever().persist().get('/v1/opportunities/o1').reply(503, '<html>Maintenance</html>');
		const started = performance.now();
		const { error } = await ask(READ, { longestWait: 1 });
		nock.cleanAll();
		expect(performance.now() - started).toBeLessThan(2500);
		expect(error?.message).toBe('Lever could not be reached or failed: could not read the opportunity o1');
		expect(error?.description).toContain('Lever answered 503.');
		expect(error?.description).not.toContain('may have taken effect');
	});

	it('is not repeated at all when the longest wait is 0', async () => {
		read().reply(503, {});
		expect((await ask(READ, { longestWait: 0 })).error?.httpCode).toBe('503');
	});

	it('is not repeated when the certificate is not trusted: it will not be next time', async () => {
		read().replyWithError(failure('CERT_HAS_EXPIRED'));
		const { error } = await ask(READ);
		expect(error?.description).toContain('Network error: CERT_HAS_EXPIRED.');
		expect(error?.description).not.toContain('may have taken effect');
	});

	it('does not keep the user of the editor for longer than ten seconds', async () => {
		lever().get('/v1/stages').query(true).reply(503, {}, { 'Retry-After': '15' });
		const credentials = { leverApi: { apiKey: 'picker-1', longestWait: 120 } };
		await expect(runPicker({ node: 'lever', method: 'searchStages', credentials })).rejects.toThrow('Lever could not be reached or failed');
	});

	it('is not waited for without end: a service that falls silent in the middle of its answer counts as one that did not answer', async () => {
		const silent = createServer((_request, response) => { response.writeHead(200, { 'content-type': 'application/json' }).write('{"data":'); });
		await new Promise<void>((resolve) => { silent.listen(0, '127.0.0.1', resolve); });
		jest.useFakeTimers({ advanceTimers: true, doNotFake: ['setImmediate', 'nextTick', 'queueMicrotask'] });
		const asked = new Promise((resolve) => silent.once('request', resolve));
		const baseUrl = `http://127.0.0.1:${(silent.address() as AddressInfo).port.toString()}`;
		const result = ask(READ, { environment: 'custom', baseUrl, longestWait: 0 });
		await asked;
		await new Promise((resolve) => setTimeout(resolve, 200));
		await jest.advanceTimersByTimeAsync(90_000);
		jest.useRealTimers();
		expect((await result).error?.description).toContain('Network error: ETIMEDOUT.');
		silent.closeAllConnections();
		await new Promise((resolve) => silent.close(resolve));
	});
});

describe('a write', () => {
	it.each([[500], [502], [503], [504]])('of unknown fate (%i) is not repeated: the user is told to look', async (status) => {
		write().reply(status, {});
		const { error } = await ask(WRITE);
		expect(error?.message).toContain('could not add a note to the opportunity o1');
		expect(error?.description).toContain('It may have taken effect all the same: look before you repeat it.');
	});

	it.each([['ECONNRESET'], ['ETIMEDOUT']])('of unknown fate (%s) is not repeated either', async (code) => {
		write().replyWithError(failure(code));
		expect((await ask(WRITE)).error?.description).toContain('It may have taken effect all the same');
	});

	it.each([[429, undefined], [undefined, 'ECONNREFUSED']])('that was certainly not done (%s %s) is repeated', async (status, code) => {
		if (status === undefined) write().replyWithError(failure(code ?? ''));
		else write().reply(status, {});
		write().reply(201, { data: { id: 'n1' } });
		expect((await ask(WRITE)).answer.body).toEqual({ data: { id: 'n1' } });
	});

	it('of unknown fate is looked for first: found, it counts', async () => {
		write().replyWithError(failure('ECONNRESET'));
		const findEffect = jest.fn(async () => await Promise.resolve({ data: { id: 'n1' } }));
		expect((await ask({ ...WRITE, findEffect })).answer.body).toEqual({ data: { id: 'n1' } });
		expect(findEffect).toHaveBeenCalledTimes(1);
	});

	it('of unknown fate is looked for first: not found, it is repeated', async () => {
		write().replyWithError(failure('ECONNRESET'));
		write().reply(201, { data: { id: 'n2' } });
		const order: string[] = [];
		const { answer } = await ask({
			...WRITE,
			findEffect: async () => {
				order.push(`looked, ${nock.pendingMocks().length.toString()} write left`);
				return await Promise.resolve(undefined);
			},
		});
		expect(answer.body).toEqual({ data: { id: 'n2' } });
		expect(order).toEqual(['looked, 1 write left']);
	});

	it('of unknown fate is looked for even when there is no patience for another try', async () => {
		write().reply(502, {});
		const { answer } = await ask({ ...WRITE, findEffect: async () => await Promise.resolve({ data: { id: 'n1' } }) }, { longestWait: 0 });
		expect(answer.body).toEqual({ data: { id: 'n1' } });
	});

	it('that cannot even be looked for is told as what it is', async () => {
		write().reply(502, {});
		const { error } = await ask({ ...WRITE, findEffect: async () => await Promise.reject(new Error('no answer either')) });
		expect(error?.message).toContain('could not add a note to the opportunity o1');
		expect(error?.description).toContain('It may have taken effect all the same');
	});

	it('that is a set is repeated without a look', async () => {
		write().reply(503, {});
		write().reply(200, FOUND);
		expect((await ask({ ...WRITE, repeatable: true })).answer.statusCode).toBe(200);
	});

	it('that removes something is done when it is gone after a try of unknown fate, and an error when it never was there', async () => {
		const remove: ServiceRequest = { method: 'DELETE', path: '/webhooks/w1', task: 'remove the webhook w1' };
		lever().delete('/v1/webhooks/w1').replyWithError(failure('ECONNRESET'));
		lever().delete('/v1/webhooks/w1').twice().reply(404, { code: 'ResourceNotFound', message: 'webhooks w1 was not found' });
		expect((await ask(remove)).answer.statusCode).toBe(404);
		expect((await ask(remove)).error?.message).toBe('Lever refused to remove the webhook w1: webhooks w1 was not found');
	});
});

describe('what is no answer of the service', () => {
	it.each([
		['a web page', '<!DOCTYPE html><title>Log in to the proxy</title>', 'text/html'],
		['half a JSON text', '{"data":{"id":"o1"', 'application/json'],
	])('%s is an error, not an empty record', async (_what, body, type) => {
		write().reply(200, body, { 'content-type': type });
		const { error } = await ask(WRITE);
		expect(error?.description).toContain('Network error: the answer is not JSON. Lever answered 200.');
		expect(error?.description).toContain('It may have taken effect');
	});

	it.each([[200, ''], [204, undefined]])('%i with an empty body is fine', async (status, body) => {
		write().reply(status, body);
		expect((await ask(WRITE)).answer.statusCode).toBe(status);
	});

	it('a refusal as a web page, however big, becomes a short error', async () => {
		read().reply(403, `<html>${'Forbidden '.repeat(200_000)}</html>`, { 'content-type': 'text/html' });
		const { error } = await ask(READ);
		expect(error?.message).toBe('Lever refused to read the opportunity o1');
		expect(error?.description).toMatch(/^The key lacks the permission.* Lever answered 403\.$/u);
		read().reply(400, { code: 'Bad', message: 'very '.repeat(200_000) });
		expect((await ask(READ)).error?.message.length).toBeLessThan(500);
	});

	it('a refusal to hand out a file is read, though it comes as bytes', async () => {
		lever().get('/v1/opportunities/o1/files/f1/download').reply(422, { code: 'Unprocessable', message: 'The file could not be processed' });
		const { error } = await ask({ method: 'GET', path: '/opportunities/o1/files/f1/download', binary: true, task: 'download the file f1' });
		expect(error?.message).toBe('Lever refused to download the file f1: The file could not be processed');
	});
});

describe('a login that fails', () => {
	it('at Lever is told at once: no key, no loop', async () => {
		lever().get('/v1/opportunities/o1').twice().reply(401, { code: 'Unauthorized', message: 'Invalid key' });
		const { error } = await ask(READ);
		expect(error).toMatchObject({ message: 'Lever refused to read the opportunity o1: Invalid key', httpCode: '401' });
		expect(error?.description).toContain('Check the key and the environment in the Lever credential. Lever answered 401 (Unauthorized).');
	});
});

describe('an error, as n8n keeps it', () => {
	const secrets = /anna|smith|9f8e7d|lever-api-key|eyJ|31612345678|s3cr3t/iu;

	it.each([
		['a refusal', 400, { code: 'Bad anna@example.com', message: 'No candidate anna.smith@example.com, +31612345678, https://app.harver.com/l/9f8e7d, Bearer eyJa.eyJb.c' }],
		['a login that repeats the key', 401, { code: 'Unauthorized', message: `The key ${KEY} is unknown, secret=s3cr3t` }],
		['a failure of the service', 500, { code: 'anna@example.com', message: 'https://app.harver.com/l/9f8e7d' }],
	])('holds no key, token, link or personal data: %s', async (_what, status, body) => {
		lever().persist().post('/v1/opportunities/o1/notes').reply(status, body, { 'set-cookie': 'session=9f8e7d' });
		const { error, run } = await inNode(
			async (context) => await leverAnswer(context, { ...WRITE, body: { value: 'anna.smith@example.com' }, headers: { 'x-note': '9f8e7d' } }),
			{ credentials: { leverApi: { apiKey: KEY } } },
		);
		nock.cleanAll();
		expect(error?.message).toContain('Lever');
		expect(everythingIn(error)).not.toMatch(secrets);
		expect(everythingIn(run.run.data.resultData)).not.toMatch(secrets);
	});
});

/** All texts that can be reached from a value, hidden fields and causes included. */
function everythingIn(value: unknown, seen = new Set<unknown>()): string {
	if (typeof value === 'string') return `${value}\n`;
	if (typeof value !== 'object' || value === null || seen.has(value)) return '';
	seen.add(value);
	return Reflect.ownKeys(value).map((key) => String(key) + everythingIn((value as Record<PropertyKey, unknown>)[key], seen)).join('\n');
}

describe('a redirect', () => {
	let service: Server;
	let elsewhere: Server;
	let asked: { host: 'service' | 'elsewhere'; method?: string; url?: string; authorization?: string; body: string }[];
	let answer: (request: IncomingMessage, response: ServerResponse) => void;

	const urlOf = (server: Server) => `http://127.0.0.1:${(server.address() as AddressInfo).port.toString()}`;
	const started = async (host: 'service' | 'elsewhere') => {
		const server = createServer((request, response) => {
			let body = '';
			request.on('data', (chunk: Buffer) => { body += chunk.toString(); });
			request.on('end', () => {
				const { method, url, headers } = request;
				asked.push({ host, body, ...(method ? { method } : {}), ...(url ? { url } : {}), ...(headers.authorization ? { authorization: headers.authorization } : {}) });
				if (host === 'service') answer(request, response);
				else response.setHeader('content-type', 'application/json').end('{"data":{"id":"elsewhere"}}');
			});
		});
		await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); });
		return server;
	};
	const redirectOnce = (status: number, to: () => string) => (request: IncomingMessage, response: ServerResponse) => {
		if (request.url?.startsWith('/v1/moved') === true) response.setHeader('content-type', 'application/json').end('{"data":{"id":"moved"}}');
		else response.writeHead(status, { location: to() }).end();
	};
	const askService = async (request: ServiceRequest) => await ask(request, { environment: 'custom', baseUrl: `${urlOf(service)}/v1/`, longestWait: 1 });

	beforeEach(async () => {
		asked = [];
		[service, elsewhere] = await Promise.all([started('service'), started('elsewhere')]);
	});
	afterEach(async () => {
		await Promise.all([service, elsewhere].map(async (server) => { await new Promise((resolve) => server.close(resolve)); }));
	});

	it.each([[301], [302], [307], [308]])('(%i) within the service is followed with the method, the body and the key', async (status) => {
		answer = redirectOnce(status, () => '/v1/moved?x=1');
		expect((await askService(WRITE)).answer.body).toEqual({ data: { id: 'moved' } });
		expect(asked).toHaveLength(2);
		expect(asked[1]).toEqual({ ...asked[0], url: '/v1/moved?x=1' });
		expect(asked[1]).toMatchObject({ method: 'POST', body: '{"value":"Invited"}' });
		expect(asked[1]?.authorization).toMatch(/^Basic /u);
	});

	it('(303) is fetched', async () => {
		answer = redirectOnce(303, () => 'moved');
		await askService({ ...WRITE, path: '/notes' });
		expect(asked[1]).toMatchObject({ method: 'GET', url: '/v1/moved', body: '' });
	});

	it.each([['GET'], ['POST']] as const)('to another host is not followed by a %s: the key stays, and the user learns the address', async (method) => {
		answer = redirectOnce(301, () => `${urlOf(elsewhere)}/v1/opportunities/o1?token=9f8e7d`);
		const { error } = await askService({ ...WRITE, method });
		expect(asked.map(({ host }) => host)).toEqual(['service']);
		expect(error?.description).toContain(`Lever says that this is now at ${urlOf(elsewhere)}, and the key is not sent to another address.`);
		expect(everythingIn(error)).not.toContain('9f8e7d');
	});

	it('of a file to another host is followed, without the key', async () => {
		answer = redirectOnce(302, () => `${urlOf(elsewhere)}/stored/f1`);
		const { answer: file } = await askService({ method: 'GET', path: '/files/f1/download', binary: true, task: 'download the file f1' });
		expect(Buffer.isBuffer(file.body)).toBe(true);
		expect(asked.map(({ host, authorization }) => [host, authorization !== undefined])).toEqual([['service', true], ['elsewhere', false]]);
	});

	it('that never ends is an error', async () => {
		answer = (_request, response) => { response.writeHead(301, { location: '/v1/again' }).end(); };
		const { error } = await askService(READ);
		expect(error?.description).toContain('Lever answered 301.');
		expect(asked).toHaveLength(6);
	});

	it.each([[undefined], ['http://['], ['']])('to %j is an error', async (location) => {
		answer = (_request, response) => { response.writeHead(301, location === undefined ? {} : { location }).end(); };
		const { error } = await askService(READ);
		expect(error?.message).toBe('Lever refused to read the opportunity o1');
	});

	it('or none: a service that is not there is told as such', async () => {
		const gone = urlOf(elsewhere);
		const { error } = await ask(READ, { environment: 'custom', baseUrl: gone.replace(/\d+$/u, '1'), longestWait: 0 });
		expect(error?.description).toContain('Network error: ECONNREFUSED.');
	});
});

describe('an execution that is stopped', () => {
	const stopsWithin = async (task: Parameters<typeof inStoppableNode>[0], credentials: Record<string, string>) => {
		const { ended, stop } = await inStoppableNode(task, { credentials: { leverApi: { ...credentials }, harverApi: {} }, onError: 'continueRegularOutput', items: [{ json: {} }] });
		await new Promise((resolve) => setTimeout(resolve, 150));
		const stopped = performance.now();
		stop();
		const run = await ended;
		return { run, took: performance.now() - stopped };
	};

	it('does not go on waiting for a service that is down', async () => {
		read().reply(503, {}, { 'Retry-After': '60' });
		const { run, took } = await stopsWithin(async (context) => await leverAnswer(context, READ), { apiKey: 'stopped-1' });
		expect(took).toBeLessThan(200);
		expect(run.status).toBe('canceled');
	});

	it('does not go on waiting for its turn', async () => {
		read().reply(429, {}, { 'Retry-After': '60' });
		const { run, took } = await stopsWithin(async (context) => await leverAnswer(context, READ), { apiKey: 'stopped-2' });
		expect(took).toBeLessThan(200);
		expect(run.status).toBe('canceled');
	});

	it('does not go on waiting for an answer, and does not ask again', async () => {
		read().delay(5000).reply(200, FOUND);
		const { run, took } = await stopsWithin(async (context) => await leverAnswer(context, READ), { apiKey: 'stopped-3' });
		expect(took).toBeLessThan(200);
		expect(run.status).toBe('canceled');
		nock.abortPendingRequests();
	});
});

describe('an access token of Harver', () => {
	const HARVER = 'https://api.harver.com';
	const harverApi = (clientId: string) => ({ clientId, clientSecret: 'harver-secret-1', environment: 'production' });
	const token = (accessToken: string) => nock(HARVER).post('/oauth/token').reply(200, { accessToken, accessTokenExpiresAt: '2030-05-01T12:00:00.000Z' });
	const vacancies = (accessToken: string) => nock(HARVER, { reqheaders: { authorization: `Bearer ${accessToken}` } }).get('/api/v1.0/vacancies');
	const askHarver = async (clientId: string, request: Partial<ServiceRequest> = {}) =>
		await inNode(async (context) => await harverAnswer(context, { method: 'GET', path: '/vacancies', task: 'list the vacancies', ...request }), { credentials: { harverApi: harverApi(clientId) } });

	it('is fetched at first, and again once when it has run out', async () => {
		token('first-token');
		vacancies('first-token').reply(401, { statusCode: 401, message: 'Token expired' });
		token('second-token');
		vacancies('second-token').reply(200, { data: [] });
		expect((await askHarver('c1')).value).toMatchObject({ statusCode: 200, body: { data: [] } });
	});

	it('that is refused although it is new is an error with the correlation id', async () => {
		token('first-token');
		token('second-token');
		vacancies('first-token').reply(401, {});
		vacancies('second-token').reply(401, { statusCode: 401, code: 'unauthorized', message: 'Client harver-secret-1 is suspended' }, { 'X-Correlation-Id': 'c0rr' });
		const { error } = await askHarver('c2');
		expect(error?.message).toBe('Harver refused to list the vacancies: Client [secret] is suspended');
		expect(error?.description).toContain('Check the client ID, the client secret and the environment in the Harver credential. Harver answered 401 (unauthorized). Correlation ID for Harver\'s support: c0rr.');
	});

	it('that Harver does not give is an error that tells what to do', async () => {
		nock(HARVER).post('/oauth/token').reply(401, { statusCode: 401, message: 'Invalid client: harver-secret-1' });
		const { error } = await askHarver('c3');
		expect(error?.message).toBe('Harver gave no access token for this client ID and secret');
		expect(error?.description).toContain('Check the client ID, the client secret and the environment');
		expect(everythingIn(error)).not.toContain('harver-secret-1');
	});

	it.each([[429], [503]])('is asked for again after %i, also for an invitation: nothing has been sent yet', async (status) => {
		nock(HARVER).post('/oauth/token').reply(status, {}, { 'Retry-After': '0' });
		token('a-token');
		nock(HARVER).post('/api/v1.0/vacancies/v1/applications').reply(201, { data: { applicationId: 'a1' } });
		const { value } = await askHarver(`c4-${status.toString()}`, { method: 'POST', path: '/vacancies/v1/applications', body: { data: {} } });
		expect(value).toMatchObject({ statusCode: 201 });
	});

	it('is asked for again after the connection broke, also for an invitation', async () => {
		nock(HARVER).post('/oauth/token').replyWithError(failure('ECONNRESET'));
		token('a-token');
		nock(HARVER).post('/api/v1.0/vacancies/v1/applications').reply(201, { data: { applicationId: 'a1' } });
		const { value } = await askHarver('c5', { method: 'POST', path: '/vacancies/v1/applications', body: { data: {} } });
		expect(value).toMatchObject({ statusCode: 201 });
	});

	it('is not asked for at an address that the secret must not go to', async () => {
		const { error } = await inNode(async (context) => await harverAnswer(context, { method: 'GET', path: '/vacancies', task: 'list the vacancies' }), {
			credentials: { harverApi: { ...harverApi('c6'), environment: 'custom', baseUrl: 'http://harver.example.org' } },
		});
		expect(error?.message).toContain('The custom address in the Harver credential is not a safe URL');
	});
});
