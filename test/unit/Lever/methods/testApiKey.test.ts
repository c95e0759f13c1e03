import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

import { CredentialTestContext } from 'n8n-core';
import type { ICredentialDataDecryptedObject, INodeCredentialTestResult } from 'n8n-workflow';
import nock from 'nock';

import { Lever } from '../../../../nodes/Lever/Lever.node';

const NEEDED = ['stages', 'opportunities', 'postings', 'users'];
const USEFUL = ['webhooks', 'tags', 'archive_reasons'];
const ALL = [...NEEDED, ...USEFUL];
const LOGIN = `Basic ${Buffer.from('key-1:').toString('base64')}`;

/** Tests a key as n8n does when the user saves the credential. */
async function test(data: ICredentialDataDecryptedObject): Promise<INodeCredentialTestResult> {
	return await new Lever().methods.credentialTest.testApiKey.call(new CredentialTestContext(), {
		id: '1',
		name: 'Lever',
		type: 'leverApi',
		data,
	});
}

/** Lever answers each endpoint with 200, or with the given status. */
function answering(
	statuses: Record<string, number> = {},
	host = 'https://api.lever.co',
	path = '/v1',
): void {
	for (const kind of ALL) {
		const status = statuses[kind] ?? 200;
		nock(host, { reqheaders: { authorization: LOGIN } })
			.get(`${path}/${kind}`)
			.query(kind === 'webhooks' ? {} : { limit: 1 })
			.reply(status, status === 200 ? { data: [] } : { code: 'Forbidden', message: 'No' });
	}
}

describe('testApiKey', () => {
	afterEach(() => {
		nock.cleanAll();
	});

	it.each([
		['production', '', 'https://api.lever.co', '/v1'],
		['eu', '', 'https://api.eu.lever.co', '/v1'],
		['sandbox', 'https://ignored.example.org', 'https://api.sandbox.lever.co', '/v1'],
		['custom', 'https://lever.example.org/v1', 'https://lever.example.org', '/v1'],
		[
			'custom',
			'  https://lever.example.org/proxy/v1/// ',
			'https://lever.example.org',
			'/proxy/v1',
		],
	])(
		'reads from the same address as the nodes in %s (%j)',
		async (environment, baseUrl, host, path) => {
			answering({}, host, path);
			expect(await test({ apiKey: ' key-1 ', environment, baseUrl })).toEqual({
				status: 'OK',
				message: 'The API key works.',
			});
			expect(nock.pendingMocks()).toEqual([]);
		},
	);

	it('names the missing permissions', async () => {
		answering({ postings: 403, users: 403, webhooks: 403 });
		expect(await test({ apiKey: 'key-1', environment: 'production' })).toEqual({
			status: 'Error',
			message:
				"This API key can't read postings, users, which the workflows require. Create a key with access to these endpoints too.",
		});
	});

	it('passes without optional permissions, with a hint', async () => {
		answering({ webhooks: 403, archive_reasons: 403 });
		const { status, message } = await test({ apiKey: 'key-1', environment: 'production' });
		expect(status).toBe('OK');
		expect(message).toContain("It can't read webhooks: choose");
		expect(message).toContain("It can't read archive reasons: enter the ID");
		expect(message).not.toContain('tags');
	});

	it('passes when the optional permissions cannot be checked', async () => {
		answering({ webhooks: 500, tags: 404 });
		expect(await test({ apiKey: 'key-1', environment: 'production' })).toEqual({
			status: 'OK',
			message: 'The API key works.',
		});
	});

	it.each([
		[
			'an unknown key',
			{ stages: 401, opportunities: 401, postings: 401, users: 401, webhooks: 401 },
			'Lever rejected this API key',
		],
		[
			'a key of another environment',
			{ stages: 403, opportunities: 403, postings: 403, users: 403, webhooks: 403 },
			'belongs to the selected environment',
		],
		[
			'a service that is down',
			{ stages: 503 },
			'Lever answered with status 503 when reading stages',
		],
		[
			'an address that redirects',
			{ users: 302 },
			'Lever answered with status 302 when reading users',
		],
	])('says what to do about %s', async (_what, statuses, words) => {
		answering(statuses);
		const { status, message } = await test({ apiKey: 'key-1', environment: 'production' });
		expect([status, message]).toEqual(['Error', expect.stringContaining(words)]);
	});

	it('reports a failed connection without the key', async () => {
		nock('https://api.lever.co')
			.get(/.*/u)
			.times(NEEDED.length)
			.replyWithError(Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' }));
		const { status, message } = await test({ apiKey: 'key-1', environment: 'production' });
		expect([status, message]).toEqual(['Error', expect.stringContaining('ECONNREFUSED')]);
		expect(message).not.toContain('key-1');
	});

	it('asks for the key when it is empty', async () => {
		expect(await test({ apiKey: ' ', environment: 'production' })).toEqual({
			status: 'Error',
			message: 'Enter the API key.',
		});
	});

	it.each([
		['http://lever.example.org/v1'],
		['ftp://localhost/v1'],
		['//lever.example.org'],
		['lever.example.org/v1'],
		[''],
	])('never sends the key to %j', async (baseUrl) => {
		const reached = nock(/.*/u).get(/.*/u).reply(200, { data: [] });
		expect((await test({ apiKey: 'key-1', environment: 'custom', baseUrl })).message).toContain(
			'The custom address in the Lever credential is not a safe URL',
		);
		expect(reached.isDone()).toBe(false);
	});

	it('sends the key without TLS to this machine only', async () => {
		const asked: (string | undefined)[] = [];
		const server = createServer((request, response) => {
			asked.push(request.headers.authorization);
			response.setHeader('content-type', 'application/json').end('{"data":[]}');
		});
		await new Promise<void>((resolve) => {
			server.listen(0, '127.0.0.1', resolve);
		});
		await test({
			apiKey: 'key-1',
			environment: 'custom',
			baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port.toString()}/v1/`,
		});
		await new Promise((resolve) => server.close(resolve));
		expect(asked).toEqual(ALL.map(() => LOGIN));
	});
});
