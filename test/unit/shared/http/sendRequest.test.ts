import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

import nock from 'nock';

import { leverRawRequest } from '../../../../nodes/Lever/transport/request';
import type { ServiceRequest } from '../../../../nodes/shared/http/types';
import { inNode } from '../../inNode';
import { runPicker } from '../../runNode';
import { ask, expectAllAsked, failure, FOUND, lever, READ, read, WRITE, write } from './askLever';

afterEach(expectAllAsked);

describe('a request that fails and can be retried', () => {
	it.each([[429], [500], [502], [503], [504], [408]])('is retried after %i', async (status) => {
		read().reply(status, { code: 'Busy', message: 'Try later' });
		read().reply(200, FOUND);
		expect((await ask(READ)).answer).toMatchObject({ statusCode: 200, body: FOUND });
	});

	it.each([['ECONNREFUSED'], ['ECONNRESET'], ['ETIMEDOUT'], ['EAI_AGAIN']])(
		'is retried after %s',
		async (code) => {
			read().replyWithError(failure(code));
			read().reply(200, FOUND);
			expect((await ask(READ)).answer.body).toEqual(FOUND);
		},
	);

	it('is retried after the wait that the service asks for', async () => {
		read().reply(429, {}, { 'Retry-After': '1' });
		read().reply(200, FOUND);
		const started = performance.now();
		await ask(READ);
		expect(performance.now() - started).toBeGreaterThan(990);
	});

	it('fails with a clear error when the service asks for more than the maximum retry time', async () => {
		read().reply(429, {}, { 'Retry-After': '300' });
		const { error } = await ask(READ, { maxRetryTime: 60 });
		expect(error).toMatchObject({
			message: "Lever's rate limit was reached: could not read the opportunity o1",
			description:
				'Try again later or run fewer executions at once. Lever asks you to wait 300 seconds. Lever answered 429.',
			httpCode: '429',
		});
	});

	it('holds the next request no longer than the maximum retry time, and then sends it', async () => {
		read().reply(429, {}, { 'Retry-After': '300' });
		write().reply(201, { data: { id: 'n1' } });
		const started = performance.now();
		const { value } = await inNode(
			async (context) => ({
				first: await leverRawRequest(context, READ).catch(String),
				next: (await leverRawRequest(context, WRITE)).body,
			}),
			{ credentials: { leverApi: { apiKey: 'paused', maxRetryTime: 1 } } },
		);
		expect(value).toEqual({
			first: "NodeApiError: Lever's rate limit was reached: could not read the opportunity o1",
			next: { data: { id: 'n1' } },
		});
		expect(performance.now() - started).toBeGreaterThan(990);
		expect(performance.now() - started).toBeLessThan(3000);
	});

	it('is not sent, with the same error, to a service that asks for a longer pause than the editor waits', async () => {
		read().reply(429, {}, { 'Retry-After': '60' });
		const credentials = { leverApi: { apiKey: 'picker-2', maxRetryTime: 50 } };
		const first = await inNode(async (context) => await leverRawRequest(context, READ), {
			credentials,
		});
		expect(first.error?.httpCode).toBe('429');
		await expect(runPicker({ node: 'lever', method: 'searchStages', credentials })).rejects.toThrow(
			"Lever's rate limit was reached: could not list the stages",
		);
	});

	it('fails with a clear error when the service stays down for the maximum retry time', async () => {
		lever().persist().get('/v1/opportunities/o1').reply(503, '<html>Maintenance</html>');
		const started = performance.now();
		const { error } = await ask(READ, { maxRetryTime: 1 });
		nock.cleanAll();
		expect(performance.now() - started).toBeLessThan(2500);
		expect(error?.message).toBe('Lever is unavailable: could not read the opportunity o1');
		expect(error?.description).toContain('Lever answered 503.');
		expect(error?.description).not.toContain('may have been made anyway');
	});

	it('is not retried when the maximum retry time is 0', async () => {
		read().reply(503, {});
		expect((await ask(READ, { maxRetryTime: 0 })).error?.httpCode).toBe('503');
	});

	it('is not retried when the certificate is not trusted', async () => {
		read().replyWithError(failure('CERT_HAS_EXPIRED'));
		const { error } = await ask(READ);
		expect(error?.description).toContain('Network error: CERT_HAS_EXPIRED.');
		expect(error?.description).not.toContain('may have been made anyway');
	});

	it('is retried for ten seconds at most in the editor', async () => {
		lever().get('/v1/stages').query(true).reply(503, {}, { 'Retry-After': '15' });
		const credentials = { leverApi: { apiKey: 'picker-1', maxRetryTime: 120 } };
		await expect(runPicker({ node: 'lever', method: 'searchStages', credentials })).rejects.toThrow(
			'Lever is unavailable',
		);
	});

	it('times out when the service stalls in the middle of a response', async () => {
		const silent = createServer((_request, response) => {
			response.writeHead(200, { 'content-type': 'application/json' }).write('{"data":');
		});
		await new Promise<void>((resolve) => {
			silent.listen(0, '127.0.0.1', resolve);
		});
		const clock = new AbortController();
		const timeout = jest.spyOn(AbortSignal, 'timeout').mockReturnValue(clock.signal);
		const asked = new Promise((resolve) => silent.once('request', resolve));
		const baseUrl = `http://127.0.0.1:${(silent.address() as AddressInfo).port.toString()}`;
		const result = ask(READ, { environment: 'custom', baseUrl, maxRetryTime: 0 });
		await asked;
		await new Promise((resolve) => setTimeout(resolve, 200));
		clock.abort();
		expect((await result).error?.description).toContain('Network error: ETIMEDOUT.');
		expect(timeout).toHaveBeenCalledWith(90_000);
		timeout.mockRestore();
		silent.closeAllConnections();
		await new Promise((resolve) => silent.close(resolve));
	});
});

describe('a write', () => {
	it.each([[500], [502], [503], [504]])(
		'is not retried after %i: the error says to check',
		async (status) => {
			write().reply(status, {});
			const { error } = await ask(WRITE);
			expect(error?.message).toContain('could not add a note to the opportunity o1');
			expect(error?.description).toContain(
				'The change may have been made anyway. Check before you run it again.',
			);
		},
	);

	it.each([['ECONNRESET'], ['ETIMEDOUT']])('is not retried after %s either', async (code) => {
		write().replyWithError(failure(code));
		expect((await ask(WRITE)).error?.description).toContain('The change may have been made anyway');
	});

	it.each([[429], ['ECONNREFUSED']])(
		'is retried when it certainly had no effect (%s)',
		async (fault) => {
			if (typeof fault === 'string') write().replyWithError(failure(fault));
			else write().reply(fault, {});
			write().reply(201, { data: { id: 'n1' } });
			expect((await ask(WRITE)).answer.body).toEqual({ data: { id: 'n1' } });
		},
	);

	it('is looked for when its response is lost: found, it counts', async () => {
		write().replyWithError(failure('ECONNRESET'));
		const findExisting = jest.fn(async () => await Promise.resolve({ data: { id: 'n1' } }));
		expect((await ask({ ...WRITE, findExisting })).answer.body).toEqual({ data: { id: 'n1' } });
		expect(findExisting).toHaveBeenCalledTimes(1);
	});

	it('is looked for when its response is lost: not found, it is retried', async () => {
		write().replyWithError(failure('ECONNRESET'));
		write().reply(201, { data: { id: 'n2' } });
		const order: string[] = [];
		const { answer } = await ask({
			...WRITE,
			findExisting: async () => {
				order.push(`looked, ${nock.pendingMocks().length.toString()} write left`);
				await Promise.resolve(undefined);
			},
		});
		expect(answer.body).toEqual({ data: { id: 'n2' } });
		expect(order).toEqual(['looked, 1 write left']);
	});

	it('is looked for even when there is no time for a retry', async () => {
		write().reply(502, {});
		const { answer } = await ask(
			{ ...WRITE, findExisting: async () => await Promise.resolve({ data: { id: 'n1' } }) },
			{ maxRetryTime: 0 },
		);
		expect(answer.body).toEqual({ data: { id: 'n1' } });
	});

	it('that cannot be looked for either fails with its own error', async () => {
		write().reply(502, {});
		const { error } = await ask({
			...WRITE,
			findExisting: async () => await Promise.reject(new Error('no answer either')),
		});
		expect(error?.message).toContain('could not add a note to the opportunity o1');
		expect(error?.description).toContain('The change may have been made anyway');
	});

	it('that is idempotent is retried without a look-up', async () => {
		write().reply(503, {});
		write().reply(200, FOUND);
		expect((await ask({ ...WRITE, idempotent: true })).answer.statusCode).toBe(200);
	});

	it('that deletes something succeeds when it is gone after a lost response, and fails when it never existed', async () => {
		const remove: ServiceRequest = {
			method: 'DELETE',
			path: '/webhooks/w1',
			description: 'remove the webhook w1',
		};
		lever().delete('/v1/webhooks/w1').replyWithError(failure('ECONNRESET'));
		lever()
			.delete('/v1/webhooks/w1')
			.twice()
			.reply(404, { code: 'ResourceNotFound', message: 'webhooks w1 was not found' });
		expect((await ask(remove)).answer.statusCode).toBe(404);
		expect((await ask(remove)).error?.message).toBe(
			'Lever refused to remove the webhook w1: webhooks w1 was not found',
		);
	});
});

describe('a response that is not of the service', () => {
	it.each([
		['a web page', '<!DOCTYPE html><title>Log in to the proxy</title>', 'text/html'],
		['half a JSON text', '{"data":{"id":"o1"', 'application/json'],
	])('%s is an error, not an empty record', async (_what, body, type) => {
		write().reply(200, body, { 'content-type': type });
		const { error } = await ask(WRITE);
		expect(error?.description).toContain('Lever answered 200, but the response is not JSON.');
		expect(error?.description).toContain('The change may have been made anyway');
	});

	it('that rejects with a web page of any size becomes a short error', async () => {
		read().reply(403, `<html>${'Forbidden '.repeat(200_000)}</html>`, {
			'content-type': 'text/html',
		});
		const { error } = await ask(READ);
		expect(error?.message).toBe('Lever refused to read the opportunity o1');
		expect(error?.description).toMatch(/^The key lacks permission,.* Lever answered 403\.$/u);
		read().reply(400, { code: 'Bad', message: 'very '.repeat(200_000) });
		expect((await ask(READ)).error?.message.length).toBeLessThan(500);
	});

	it('that refuses a file is read, although it arrives as bytes', async () => {
		lever()
			.get('/v1/opportunities/o1/files/f1/download')
			.reply(422, { code: 'Unprocessable', message: 'The file could not be processed' });
		const { error } = await ask({
			method: 'GET',
			path: '/opportunities/o1/files/f1/download',
			expects: 'file',
			description: 'download the file f1',
		});
		expect(error?.message).toBe(
			'Lever refused to download the file f1: The file could not be processed',
		);
	});
});
