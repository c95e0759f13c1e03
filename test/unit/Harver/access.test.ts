import { HOST, expectsExactlyThis, grantsToken, harver, harverWith, run } from './wire';
import nock from 'nock';

expectsExactlyThis();

const statuses = { resource: 'status', operation: 'getMany', returnAll: true };
const answer = { data: [{ type: 'status', id: 'new', attributes: { label: 'New' } }] };

describe('the access token', () => {
	it.each(['accessToken', 'access_token', 'access-token'])(
		'is read from "%s"',
		async (spelling) => {
			grantsToken({ [spelling]: 'token-1' });
			harverWith('token-1').get('/candidate-statuses').reply(200, answer);
			expect((await run(statuses)).json).toEqual([{ id: 'new', label: 'New' }]);
		},
	);

	it('is fetched again when it has run out', async () => {
		grantsToken({ accessToken: 'old' });
		harverWith('old').get('/candidate-statuses').reply(401, {
			statusCode: 401,
			code: 401,
			message: 'The access token has expired',
			name: 'UnauthorizedError',
		});
		harverWith('old').get('/accounts').reply(401, {});
		grantsToken({ accessToken: 'fresh' });
		harverWith('fresh').get('/accounts').reply(200, { data: [] });
		harverWith('fresh').get('/candidate-statuses').reply(200, answer);
		expect((await run(statuses)).json).toEqual([{ id: 'new', label: 'New' }]);
	});

	it('is one for all items', async () => {
		grantsToken();
		harverWith('token-1').get('/candidate-statuses').twice().reply(200, answer);
		expect((await run(statuses, { items: [{ json: {} }, { json: {} }] })).json).toHaveLength(2);
	});

	it('is refused with advice when Harver does not know the client', async () => {
		nock(HOST).post('/oauth/token').reply(401, {
			statusCode: 401,
			code: 401,
			message: 'Invalid client: client is invalid',
			name: 'invalid_client',
		});
		const { error } = await run(statuses);
		expect(error?.message).toBe('Harver rejected this client ID and secret');
		expect(error?.description).toMatch(/Check the client ID/u);
		expect(JSON.stringify(error)).not.toContain('secret-1');
	});
});

describe('what Harver refuses', () => {
	it('is told in its own words when it lists errors', async () => {
		harver()
			.get('/candidate-statuses')
			.reply(
				403,
				{
					errors: [
						{ id: 'Forbidden', status: '403', title: 'No access', detail: 'Ask ada@example.org' },
					],
				},
				{ 'X-Correlation-Id': 'correlation-1' },
			);
		const { error } = await run(statuses);
		expect(error?.message).toBe('Harver refused to list the statuses: No access: Ask [email]');
		expect(error?.description).toBe(
			'The API client lacks permission. Ask Harver to grant it access to this function or account. Harver answered 403 (Forbidden). Correlation ID for Harver support: correlation-1.',
		);
		expect(error?.httpCode).toBe('403');
	});

	it('is told in its own words when it gives one message', async () => {
		harver()
			.get('/candidate-statuses')
			.reply(
				404,
				{ statusCode: 404, code: 404, message: 'Route not found', name: 'NotFoundError' },
				{ 'X-Correlation-Id': 'correlation-2' },
			);
		const { error } = await run(statuses);
		expect(error?.message).toBe('Harver refused to list the statuses: Route not found');
		expect(error?.description).toContain('Harver answered 404 (404).');
		expect(error?.description).toContain('correlation-2');
	});

	it('leaves as an item of its own with "continue on fail", paired with the one it came from', async () => {
		const api = harver();
		api.get('/candidate-statuses').reply(200, answer);
		api.get('/candidate-statuses').reply(403, { errors: [{ title: 'No access' }] });
		const { outputs } = await run(statuses, {
			items: [{ json: {} }, { json: {} }],
			continueOnFail: true,
		});
		expect(outputs[0]).toMatchObject([
			{ json: { id: 'new' }, pairedItem: { item: 0 } },
			{
				json: { error: 'Harver refused to list the statuses: No access' },
				pairedItem: { item: 1 },
			},
		]);
	});
});

it('too many requests: waits as long as Harver says, then asks again', async () => {
	const api = harver();
	api
		.get('/candidate-statuses')
		.reply(
			429,
			{ statusCode: 429, message: 'Too many requests' },
			{ 'Ratelimit-Limit': '450', 'Ratelimit-Reset': '1' },
		);
	api.get('/candidate-statuses').reply(200, answer);
	const startedAt = Date.now();
	expect((await run(statuses)).json).toHaveLength(1);
	expect(Date.now() - startedAt).toBeGreaterThanOrEqual(1000);
});
