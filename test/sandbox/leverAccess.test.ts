import { anyString, startTestSandbox, type TestSandbox } from './testSandbox';

let sandbox: TestSandbox;
let ada: string;

beforeEach(async () => {
	sandbox = await startTestSandbox();
	ada = sandbox.candidate('Ada Example');
});

afterEach(async () => {
	await sandbox.close();
});

describe('access', () => {
	it.each([
		['no key', undefined],
		['an unknown key', `Basic ${Buffer.from('unknown:').toString('base64')}`],
		[
			'a key with a password',
			`Basic ${Buffer.from('lever-sandbox-demo-key:secret').toString('base64')}`,
		],
		['an unknown token', 'Bearer unknown'],
	])('rejects %s', async (_what, authorization) => {
		expect(await sandbox.web.get('/v1/stages', { headers: { authorization } })).toMatchObject({
			status: 401,
			data: { code: 'Unauthorized', message: anyString },
		});
	});

	it.each([
		['stages:read', 'get', '/stages', 200],
		['stages:read', 'get', '/users', 403],
		['notes:write', 'get', '/opportunities/ID/notes', 200],
		['notes:read', 'post', '/opportunities/ID/notes', 403],
		['notes:write', 'get', '/opportunities/ID', 403],
		['opportunities:write', 'post', '/webhooks', 403],
		['opportunities:write', 'get', '/opportunities/ID/files', 403],
		['opportunities:write', 'get', '/opportunities/ID/feedback', 403],
		['postings:read', 'get', '/postings', 200],
		['postings:read', 'get', '/feedback_templates', 403],
	] as const)('a key with %s may %s %s: %i', async (permission, method, path, status) => {
		const key = await sandbox.leverWith([permission]);

		expect((await key[method](path.replace('ID', ada), {})).status).toBe(status);
	});

	it('limits each key to a burst, then ten requests a second', async () => {
		await sandbox.close();
		sandbox = await startTestSandbox({ leverBurst: 20, leverRequestsPerSecond: 10 });
		const other = await sandbox.leverWith('all');
		const burst = await Promise.all(
			Array.from({ length: 21 }, async () => (await sandbox.leverApi.get('/stages')).status),
		);

		expect(burst.filter((status) => status === 429)).toHaveLength(1);
		expect(await sandbox.leverApi.get('/stages')).toMatchObject({
			status: 429,
			data: { code: 'TooManyRequests' },
		});
		expect((await other.get('/stages')).status).toBe(200);
		sandbox.clock.now += 100;
		expect((await sandbox.leverApi.get('/stages')).status).toBe(200);
		expect((await sandbox.leverApi.get('/stages')).status).toBe(429);
	});

	it('issues OAuth2 tokens; codes and refresh tokens work once', async () => {
		const client = { client_id: 'lever-sandbox-app', client_secret: 'lever-sandbox-app-secret' };
		const authorize = async (scope: string) =>
			await sandbox.web.get('/lever/authorize', {
				params: {
					client_id: client.client_id,
					redirect_uri: 'http://127.0.0.1/back',
					response_type: 'code',
					state: 'abc',
					audience: `${sandbox.url}/v1/`,
					scope,
				},
			});
		const token = async (grant: Record<string, string>) =>
			await sandbox.web.post<{ access_token: string; refresh_token: string }>(
				'/lever/oauth/token',
				new URLSearchParams({ ...client, ...grant }),
			);

		expect((await authorize('opportunities:write')).status).toBe(400);
		const { headers, status } = await authorize('offline_access stages:read:admin');
		expect(status).toBe(302);
		const back = new URL(String(headers.location));
		expect(back.searchParams.get('state')).toBe('abc');
		const grant = {
			grant_type: 'authorization_code',
			code: back.searchParams.get('code') ?? '',
			redirect_uri: 'http://127.0.0.1/back',
		};
		const first = (await token(grant)).data;
		expect((await token(grant)).status).toBe(403);

		const stages = async (bearer: string) =>
			(await sandbox.web.get('/v1/stages', { headers: { authorization: `Bearer ${bearer}` } }))
				.status;
		expect(await stages(first.access_token)).toBe(200);
		sandbox.clock.now += 3_600_000;
		expect(await stages(first.access_token)).toBe(401);
		const refresh = { grant_type: 'refresh_token', refresh_token: first.refresh_token };
		const second = (await token(refresh)).data;
		expect(await stages(second.access_token)).toBe(200);
		expect((await token(refresh)).status).toBe(403);
		await sandbox.control.post('/tokens/expire', { service: 'lever' });
		expect(await stages(second.access_token)).toBe(401);
	});
});
