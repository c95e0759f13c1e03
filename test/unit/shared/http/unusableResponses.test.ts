import { Readable } from 'node:stream';

import type { IExecuteFunctions } from 'n8n-workflow';

import {
	harverList,
	harverRawRequest,
	harverRecord,
} from '../../../../nodes/Harver/transport/request';
import {
	leverList,
	leverRawRequest,
	leverRequest,
} from '../../../../nodes/Lever/transport/request';
import { hasId } from '../../../../nodes/shared/http/responseBody';
import type { ServiceRequest } from '../../../../nodes/shared/http/types';
import { inNode } from '../../inNode';
import {
	cutOff,
	empty,
	json,
	startServer,
	text,
	type Answer,
	type MisbehavingServer,
} from './misbehavingServer';

type Task = (context: IExecuteFunctions, path: string) => Promise<unknown>;

const CUT_OFF: Record<string, Answer> = {
	'ends before its Content-Length': cutOff(200, 'contentLength'),
	'ends between two chunks': cutOff(200, 'chunked'),
	'ends after its headers': cutOff(200, 'headersOnly'),
	'is a 404 that ends early': cutOff(404, 'contentLength'),
	'is half of a JSON text': text(200, '{"data":{"id":"ha'),
};
const ERRORS: Record<string, Answer> = {
	'is an error with 200': json(200, { code: 'Internal', message: 'Something broke' }),
	'lists errors with 200': json(200, { errors: [{ title: 'Something broke' }] }),
	'is a web page': text(200, '<!DOCTYPE html><p>Sign in to the proxy</p>', 'text/html'),
};
const NO_DATA: Record<string, Answer> = {
	'is 200 without a body': empty(200),
	'is 204': empty(204),
	'is null': json(200, null),
	'has null as its data': json(200, { data: null }),
	'is an empty object': json(200, {}),
};
const WORD = { 'is a word': text(200, 'OK', 'text/plain') };

let server: MisbehavingServer;

beforeAll(async () => {
	server = await startServer();
});
beforeEach(() => {
	server.requests.length = 0;
	jest.spyOn(Math, 'random').mockReturnValue(0);
});
afterEach(() => {
	jest.restoreAllMocks();
});
afterAll(async () => {
	await server.close();
});

/** The base URL of Lever on the server, and Harver's host, below which the login is. */
const credentials = (name: string) => ({
	leverApi: {
		apiKey: `key ${name}`,
		environment: 'custom',
		baseUrl: `${server.url}/v1`,
		requestsPerSecond: 100,
	},
	harverApi: {
		clientId: `client ${name}`,
		clientSecret: 'secret',
		environment: 'custom',
		baseUrl: server.url,
		accessToken: 'token-1',
		requestsPerMinute: 10_000,
	},
});

/** Runs the task once for each fault, at the same time: the first request of each meets the fault, all others are answered right. */
async function withEach(
	faults: Record<string, Answer>,
	right: Answer,
	task: Task,
): Promise<Record<string, { result: unknown; requests: number }>> {
	const seen = new Set<string>();
	server.answer = ({ path }) => {
		const number = /case-(\d+)/u.exec(path)?.[1] ?? '';
		if (seen.has(number)) return right;
		seen.add(number);
		return Object.values(faults)[Number(number)];
	};
	const results = await Promise.all(
		Object.keys(faults).map(async (fault, index) => {
			const path = `/case-${index.toString()}`;
			const { value, error } = await inNode(
				async (context) => ({ gave: await task(context, path) }),
				{ credentials: credentials(`${expect.getState().currentTestName ?? ''} ${fault}`) },
			);
			const result = error ? error.message : (value as { gave: unknown }).gave;
			const requests = server.requests.filter((sent) =>
				new URL(sent.path, server.url).pathname.endsWith(path),
			).length;
			return [fault, { result, requests }];
		}),
	);
	return Object.fromEntries(results) as Record<string, { result: unknown; requests: number }>;
}

const each = (faults: Record<string, Answer>, outcome: { result: unknown; requests: number }) =>
	Object.fromEntries(Object.keys(faults).map((fault) => [fault, outcome]));

const ALL = { ...CUT_OFF, ...ERRORS, ...NO_DATA, ...WORD };
const RECORD = json(200, { data: { id: 'r1' } });

const request = (path: string, more: Partial<ServiceRequest> = {}): ServiceRequest => ({
	method: 'GET',
	path,
	description: 'do it',
	...more,
});

describe.each([
	{ service: 'Lever', record: leverRequest, list: leverList, raw: leverRawRequest },
	{ service: 'Harver', record: harverRecord, list: harverList, raw: harverRawRequest },
])('a response of $service that cannot be right', ({ record, list, raw }) => {
	it('is no record: the record is read again', async () => {
		const results = await withEach(
			ALL,
			RECORD,
			async (context, path) => await record(context, request(path)),
		);
		expect(results).toEqual(each(ALL, { result: { id: 'r1' }, requests: 2 }));
	});

	it('is no list, and not an empty one either: the list is read again', async () => {
		const results = await withEach(
			ALL,
			json(200, { data: [] }),
			async (context, path) => await list(context, request(path)),
		);
		expect(results).toEqual(each(ALL, { result: [], requests: 2 }));
	});

	it('says nothing about a change that can be made twice: it is made again', async () => {
		const results = await withEach(
			ALL,
			RECORD,
			async (context, path) =>
				await record(context, request(path, { method: 'PUT', body: { stage: 's1' } })),
		);
		expect(results).toEqual(each(ALL, { result: { id: 'r1' }, requests: 2 }));
	});

	const CREATED: Record<string, Answer> = {
		...ALL,
		'is 201 without a body': empty(201),
		'is an empty object with 201': json(201, {}),
		'has null as its data with 201': json(201, { data: null }),
		'has no fields': json(201, { data: {} }),
		'has no ID': json(201, { data: { text: 'Invited' } }),
		'has an empty ID': json(201, { data: { id: ' ' } }),
		'is a word with 201': text(201, 'OK', 'text/plain'),
	};
	const create =
		(found: unknown): Task =>
		async (context, path) =>
			await record(
				context,
				request(path, {
					method: 'POST',
					body: { value: 'Invited' },
					isComplete: hasId,
					findExisting: async () => await Promise.resolve(found),
				}),
			);

	it('says nothing about what was created: found, it was', async () => {
		const results = await withEach(CREATED, RECORD, create({ data: { id: 'found' } }));
		expect(results).toEqual(each(CREATED, { result: { id: 'found' }, requests: 1 }));
	});

	it('says nothing about what was created: not found, it is created again', async () => {
		const results = await withEach(CREATED, RECORD, create(undefined));
		expect(results).toEqual(each(CREATED, { result: { id: 'r1' }, requests: 2 }));
	});

	it('ends in an error when it stays so, after two attempts to create something', async () => {
		const always = { 'has no ID': json(201, { data: {} }) };
		const results = await withEach(always, always['has no ID'], create(undefined));
		expect(results).toEqual({
			'has no ID': {
				result: expect.stringMatching(
					/^(Lever|Harver) sent no usable response: could not do it$/u,
				) as string,
				requests: 2,
			},
		});
	});

	it('is an error for a write that can neither be repeated nor looked for', async () => {
		const results = await withEach(
			CREATED,
			RECORD,
			async (context, path) =>
				await record(context, request(path, { method: 'POST', isComplete: hasId })),
		);
		for (const { result, requests } of Object.values(results)) {
			expect(result).toMatch(/could not do it$/u);
			expect(requests).toBe(1);
		}
	});

	it.each(['DELETE', 'PATCH'] as const)('is right without a body for %s', async (method) => {
		const faults = { ...NO_DATA, ...WORD };
		const results = await withEach(faults, empty(204), async (context, path) => {
			const { statusCode } = await raw(context, request(path, { method }));
			return statusCode < 300;
		});
		expect(results).toEqual(each(faults, { result: true, requests: 1 }));
	});

	it.each(['DELETE', 'PATCH'] as const)(
		'is no confirmation of %s when it broke off or is an error',
		async (method) => {
			const faults = { ...CUT_OFF, ...ERRORS };
			const results = await withEach(faults, empty(204), async (context, path) => {
				const { statusCode } = await raw(context, request(path, { method }));
				return statusCode;
			});
			expect(results).toEqual(each(faults, { result: 204, requests: 2 }));
		},
	);

	it('is no file: it is downloaded again', async () => {
		const faults = { ...CUT_OFF, ...ERRORS, ...NO_DATA };
		Reflect.deleteProperty(faults, 'is half of a JSON text');
		Reflect.deleteProperty(faults, 'is an empty object');
		const results = await withEach(
			faults,
			text(200, '%PDF-1.7', 'application/pdf'),
			async (context, path) => {
				const { body } = await raw(context, request(path, { expects: 'file' }));
				return (body as Buffer).toString();
			},
		);
		expect(results).toEqual(each(faults, { result: '%PDF-1.7', requests: 2 }));
	});

	it('may be a file of any type when it says that it is one', async () => {
		const named = { 'content-disposition': 'attachment; filename="page.html"' };
		const page: Answer = (response) => {
			response.writeHead(200, { 'content-type': 'text/html', ...named }).end('<p>Hi</p>');
		};
		const results = await withEach({ page }, page, async (context, path) => {
			const { body } = await raw(context, request(path, { expects: 'file' }));
			return (body as Buffer).toString();
		});
		expect(results).toEqual({ page: { result: '<p>Hi</p>', requests: 1 } });
	});

	it('says nothing about an upload: the file is looked for, then sent again from the start', async () => {
		const upload =
			(found: unknown): Task =>
			async (context, path) =>
				await record(
					context,
					request(path, {
						method: 'POST',
						bodyStream: async () =>
							await Promise.resolve(Readable.from([Buffer.from('%PDF-'), Buffer.from('1.7')])),
						headers: { 'content-type': 'application/pdf', 'content-length': '8' },
						isComplete: hasId,
						findExisting: async () => await Promise.resolve(found),
					}),
				);
		expect(await withEach(CREATED, RECORD, upload({ id: 'found' }))).toEqual(
			each(CREATED, { result: { id: 'found' }, requests: 1 }),
		);
		server.requests.length = 0;
		expect(await withEach(CREATED, RECORD, upload(undefined))).toEqual(
			each(CREATED, { result: { id: 'r1' }, requests: 2 }),
		);
		expect(new Set(server.requests.map(({ body }) => body))).toEqual(new Set(['%PDF-1.7']));
	});
});

describe("a response to Harver's note", () => {
	const note = (found: unknown): Task => {
		return async (context, path) =>
			(
				await harverRawRequest(
					context,
					request(path, {
						method: 'POST',
						expects: 'nothing',
						findExisting: async () => await Promise.resolve(found),
					}),
				)
			).statusCode;
	};

	it('is right with 204', async () => {
		const faults = { 'is 204': empty(204) };
		expect(await withEach(faults, empty(204), note(undefined))).toEqual(
			each(faults, { result: 204, requests: 1 }),
		);
	});

	it('says nothing otherwise: the note is looked for, then written again', async () => {
		const faults: Record<string, Answer> = { ...ALL, 'is 201 without a body': empty(201) };
		Reflect.deleteProperty(faults, 'is 204');
		expect(await withEach(faults, empty(204), note({}))).toEqual(
			each(faults, { result: 200, requests: 1 }),
		);
		server.requests.length = 0;
		expect(await withEach(faults, empty(204), note(undefined))).toEqual(
			each(faults, { result: 204, requests: 2 }),
		);
	});
});

describe('a response to the login of Harver that cannot be right', () => {
	const LOGIN: Record<string, Answer | undefined> = {
		...ALL,
		'never comes': undefined,
		'is 503': json(503, {}),
		'is 500': json(500, {}),
		'is 429': json(429, {}, { 'retry-after': '1795892233' }),
		'has no token': json(200, { accessToken: '' }),
	};
	Reflect.deleteProperty(LOGIN, 'is a 404 that ends early');

	it.each(Object.entries(LOGIN))(
		'%s: it is asked for again, and the invitation is sent once',
		async (_how, fault) => {
			let logins = 0;
			server.answer = ({ path }) => {
				if (path !== '/oauth/token') return json(201, { data: { applicationId: 'a1' } });
				logins += 1;
				return logins === 1 ? fault : json(200, { accessToken: 'token-2' });
			};
			const { harverApi } = credentials(expect.getState().currentTestName ?? '');
			const { value, error } = await inNode(
				async (context) =>
					await harverRecord(context, request('/vacancies/v1/applications', { method: 'POST' })),
				{ credentials: { harverApi: { ...harverApi, accessToken: '' } } },
			);
			expect(error).toBeUndefined();
			expect(value).toEqual({ applicationId: 'a1' });
			expect(server.requests.map(({ path }) => path)).toEqual([
				'/oauth/token',
				'/oauth/token',
				'/api/v1.0/vacancies/v1/applications',
			]);
		},
	);

	it('stays so: the error says that Harver is unavailable, not that the client is wrong', async () => {
		server.answer = () => json(503, {});
		const { harverApi } = credentials('stays so');
		const { error } = await inNode(
			async (context) => await harverRecord(context, request('/accounts')),
			{ credentials: { harverApi: { ...harverApi, accessToken: '', maxRetryTime: 1 } } },
		);
		expect(error?.message).toBe('Harver is unavailable: could not do it');
		expect(error?.description).toContain('Harver returned no access token.');
	});
});

describe("a response to the login of Lever's OAuth2 that cannot be right", () => {
	it.each<[string, Answer | undefined]>([
		['never comes', undefined],
		['is 503', json(503, {})],
		['ends early', cutOff(200, 'contentLength')],
		['is a web page', text(200, '<p>Sign in to the proxy</p>', 'text/html')],
	])('%s: it is asked for again, and the note is written once', async (how, fault) => {
		let logins = 0;
		let isRenewed = false;
		server.answer = ({ path }) => {
			if (path === '/login/oauth/token') {
				logins += 1;
				isRenewed = logins > 1;
				return isRenewed
					? json(200, { access_token: 'token-2', refresh_token: 'r2', token_type: 'Bearer' })
					: fault;
			}
			if (!isRenewed) return json(401, { code: 'Unauthorized', message: 'Expired' });
			return path.startsWith('/v1/stages') ? json(200, { data: [] }) : RECORD;
		};
		const { value } = await inNode(
			async (context) => await leverRequest(context, request('/notes', { method: 'POST' })),
			{
				credentials: {
					leverOAuth2Api: {
						clientId: `app ${how}`,
						clientSecret: 'secret',
						environment: 'custom',
						baseUrl: `${server.url}/v1`,
						loginUrl: `${server.url}/login`,
						grantType: 'authorizationCode',
						oauthTokenData: {
							access_token: 'token-1',
							refresh_token: 'r1',
							token_type: 'Bearer',
						},
					},
				},
				parameters: { authentication: 'oAuth2' },
			},
		);
		expect(value).toEqual({ id: 'r1' });
		expect(logins).toBe(2);
	});
});
