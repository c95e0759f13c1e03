import nock from 'nock';

import { harverClient, readHarverFailure } from '../../../../nodes/Harver/transport/account';
import {
	harverRawRequest,
	harverList,
	harverRecord,
	harverRequest,
} from '../../../../nodes/Harver/transport/request';
import type { RequestContext, ServiceRequest } from '../../../../nodes/shared/http/types';
import { inNode } from '../../inNode';

const CLIENT = { clientId: 'c', clientSecret: 's3cret-1', accessToken: 'token-1' };
const READ: ServiceRequest = {
	method: 'GET',
	path: '/vacancies',
	description: 'list the vacancies',
};
const api = () =>
	nock('https://api.harver.com', { reqheaders: { authorization: 'Bearer token-1' } });

const client = async (harverApi: Record<string, string | number>) => {
	const { value, error } = await inNode(async (context) => await harverClient(context), {
		credentials: { harverApi },
	});
	if (error) throw error;
	return value as Awaited<ReturnType<typeof harverClient>>;
};
const inHarver = async (task: (context: RequestContext) => Promise<unknown>) =>
	await inNode(async (context) => ({ gave: await task(context) }), {
		credentials: { harverApi: CLIENT },
	});

describe('the Harver client of a node', () => {
	it('has the host of its environment', async () => {
		expect((await client({ ...CLIENT, environment: 'production' })).baseUrl).toBe(
			'https://api.harver.com/api/v1.0',
		);
		expect((await client({ ...CLIENT, environment: 'test' })).baseUrl).toBe(
			'https://api.harver-test.com/api/v1.0',
		);
		expect(
			(await client({ ...CLIENT, environment: 'custom', baseUrl: 'https://harver.example.org/' }))
				.baseUrl,
		).toBe('https://harver.example.org/api/v1.0');
		expect(
			(await client({ ...CLIENT, environment: 'custom', baseUrl: 'http://[::1]:8080' })).baseUrl,
		).toBe('http://[::1]:8080/api/v1.0');
		await expect(
			client({ ...CLIENT, environment: 'custom', baseUrl: 'http://harver.example.org' }),
		).rejects.toMatchObject({
			message: 'The custom address in the Harver credential is not a safe URL',
		});
	});

	it('has one rate limiter for a client and environment', async () => {
		const { rateLimiter } = await client(CLIENT);
		expect((await client({ ...CLIENT, requestsPerMinute: 100 })).rateLimiter).toBe(rateLimiter);
		expect((await client({ ...CLIENT, clientId: 'd' })).rateLimiter).not.toBe(rateLimiter);
		expect((await client({ ...CLIENT, environment: 'test' })).rateLimiter).not.toBe(rateLimiter);
	});

	it.each([
		['production', 0, 450],
		['test', 0, 300],
		['production', 60, 60],
	])(
		'sends in %s with a limit of %i no more than %i requests in any minute',
		async (environment, requestsPerMinute, most) => {
			jest.useFakeTimers({ advanceTimers: true });
			const { rateLimiter } = await client({
				...CLIENT,
				clientId: `minute ${environment} ${requestsPerMinute.toString()}`,
				environment,
				requestsPerMinute,
			});
			let passed = 0;
			for (let count = 0; count < 1000; count++) void rateLimiter.acquire().then(() => passed++);
			await jest.advanceTimersByTimeAsync(60_000);
			jest.useRealTimers();
			expect(passed).toBeLessThanOrEqual(most);
			expect(passed).toBeGreaterThan(most * 0.95);
		},
	);

	it('has the options of its credential', async () => {
		expect(await client({ ...CLIENT, accountId: ' a1 ', maxRetryTime: 0 })).toMatchObject({
			accountId: 'a1',
			maxRetryTime: 0,
			secrets: ['s3cret-1', 'token-1'],
		});
	});
});

describe("Harver's responses", () => {
	it.each([
		['a list', { data: [{ id: '1' }, { id: '2' }] }, [{ id: '1' }, { id: '2' }]],
		['one record', { data: { id: '1' } }, [{ id: '1' }]],
		['a bare list', [{ id: '1' }], [{ id: '1' }]],
		['a bare record', { id: '1' }, [{ id: '1' }]],
	])('are read as lists and as records: %s', async (_what, body, records) => {
		api()
			.get('/api/v1.0/vacancies')
			.times(2)
			.reply(200, body, { 'content-type': 'application/json' });
		expect((await inHarver(async (context) => await harverList(context, READ))).value).toEqual({
			gave: records,
		});
		expect((await inHarver(async (context) => await harverRecord(context, READ))).value).toEqual({
			gave: records[0],
		});
	});

	it('are read as documents with what is included', async () => {
		api()
			.get('/api/v1.0/vacancies')
			.reply(200, { data: { id: '1' }, included: [{ type: 'reports' }] });
		expect((await inHarver(async (context) => await harverRequest(context, READ))).value).toEqual({
			gave: { data: { id: '1' }, included: [{ type: 'reports' }] },
		});
		api()
			.get('/api/v1.0/vacancies')
			.reply(200, { data: { id: '1' }, included: 'none' });
		expect((await inHarver(async (context) => await harverRequest(context, READ))).value).toEqual({
			gave: { data: { id: '1' }, included: [] },
		});
	});

	it.each([
		[400, 'Check the field values.'],
		[403, 'Ask Harver to grant it access to this function or account'],
		[404, 'it may have been deleted, or belong to another account or environment'],
		[422, 'Check the field values.'],
	])('with %i say what to do, with the correlation ID', async (status, advice) => {
		api()
			.get('/api/v1.0/vacancies')
			.reply(
				status,
				{ errors: [{ id: 'e1', status, title: 'Invalid', detail: 'for anna@example.com' }] },
				{ 'x-correlation-id': 'c0rr' },
			);
		const { error } = await inHarver(async (context) => await harverRawRequest(context, READ));
		expect(error).toMatchObject({
			message: 'Harver refused to list the vacancies: Invalid: for [email]',
			httpCode: status.toString(),
		});
		expect(error?.description).toContain(advice);
		expect(error?.description).toContain('Correlation ID for Harver support: c0rr.');
	});
});

describe("Harver's own error", () => {
	const read = (body: unknown, headers = {}) =>
		readHarverFailure({ statusCode: 400, body, headers });
	it.each([
		[
			{ errors: [{ id: 'e1', title: 'Invalid', detail: 'firstName' }, { title: 'Missing' }] },
			{ message: 'Invalid: firstName; Missing', code: 'e1' },
		],
		[{ errors: [] }, {}],
		[{ errors: [null, 'x', {}] }, {}],
		[
			{ statusCode: 400, code: 'bad', message: 'Bad', name: 'BadRequest' },
			{ message: 'Bad', code: 'bad' },
		],
		[
			{ status: 400, message: 'Bad', name: 'BadRequest' },
			{ message: 'Bad', code: 'BadRequest' },
		],
		['<html>', {}],
		[null, {}],
		[undefined, {}],
	])('is read in both shapes and without either: %j', (body, expected) => {
		expect(read(body)).toEqual(expected);
	});
	it('has the correlation ID', () => {
		expect(read({}, { 'x-correlation-id': ' c0rr ' })).toEqual({ correlationId: 'c0rr' });
	});
});
