import { anyNumber, anyString, startTestSandbox, type TestSandbox } from './testSandbox';

let sandbox: TestSandbox;
let ada: string;

beforeEach(async () => {
	sandbox = await startTestSandbox();
	ada = sandbox.candidate('Ada Example');
});

afterEach(async () => {
	await sandbox.close();
});

const fault = async (described: Record<string, unknown>) => {
	expect((await sandbox.control.post('/faults', described)).status).toBe(204);
};
const addTag = async () =>
	await sandbox.leverApi.post(`/opportunities/${ada}/addTags`, { tags: ['Tagged'] });
const isTagged = () => sandbox.lever.getOpportunity(ada).tags.includes('Tagged');

describe('request faults', () => {
	it('return an error in the shape of the service, once', async () => {
		await fault({ service: 'lever', path: '/stages', status: 503 });

		expect((await sandbox.leverApi.get('/users')).status).toBe(200);
		expect(await sandbox.leverApi.get('/stages')).toMatchObject({
			status: 503,
			data: { code: anyString, message: anyString },
		});
		expect((await sandbox.leverApi.get('/stages')).status).toBe(200);
	});

	it('include Harver’s rate limit headers and a correlation ID', async () => {
		const harver = await sandbox.harverApi();
		await fault({ service: 'harver', status: 429, headers: { 'Retry-After': '2' } });

		expect(await harver.get('/accounts')).toMatchObject({
			status: 429,
			data: { statusCode: 429, message: anyString },
			headers: { 'ratelimit-reset': '1', 'retry-after': '2', 'x-correlation-id': anyString },
		});
	});

	it('reset the connection before the request is handled', async () => {
		await fault({ service: 'lever', method: 'POST', reset: 'before' });

		await expect(addTag()).rejects.toMatchObject({ code: 'ECONNRESET' });
		expect(isTagged()).toBe(false);
		expect(sandbox.requests.entries.at(-1)).toMatchObject({ method: 'POST', status: 0 });
	});

	it('reset the connection after the request is handled, also for answers without a body', async () => {
		await fault({ service: 'lever', method: 'POST', reset: 'after' });
		await fault({ service: 'lever', method: 'DELETE', reset: 'after' });
		const { data } = await sandbox
			.leverWith('all')
			.then(async (key) => await key.get<{ data: unknown[] }>('/webhooks'));

		await expect(addTag()).rejects.toMatchObject({ code: 'ECONNRESET' });
		expect(isTagged()).toBe(true);
		const webhook = sandbox.webhooks.register('candidateHired', 'https://example.org', null);
		await expect(sandbox.leverApi.delete(`/webhooks/${webhook.id}`)).rejects.toMatchObject({
			code: 'ECONNRESET',
		});
		expect(sandbox.webhooks.webhooks).toHaveLength(data.data.length);
	});

	it('delay the answer to a handled request', async () => {
		await fault({ service: 'lever', method: 'POST', answerDelay: 200 });
		const startedAt = Date.now();
		const answer = addTag();
		while (!isTagged() && Date.now() - startedAt < 5000)
			await new Promise((resolve) => setTimeout(resolve, 5));

		expect(isTagged()).toBe(true);
		expect((await answer).status).toBe(200);
		expect(Date.now() - startedAt).toBeGreaterThanOrEqual(199);
	});

	it('hit the same requests again with the same seed', async () => {
		const statuses = async () => {
			await sandbox.control.delete('/faults');
			await fault({ service: 'lever', rate: 0.2, seed: 3, status: 500 });
			await fault({ service: 'lever', rate: 0.2, seed: 4, status: 429 });
			const answers: number[] = [];
			for (let count = 0; count < 60; count++)
				answers.push((await sandbox.leverApi.get('/stages')).status);
			return answers;
		};
		const first = await statuses();

		for (const [status, least] of [
			[200, 25],
			[429, 4],
			[500, 4],
		] as const)
			expect(first.filter((answer) => answer === status).length).toBeGreaterThan(least);
		expect(await statuses()).toEqual(first);
	});

	it('are rejected if they are invalid', async () => {
		expect((await sandbox.control.post('/faults', { service: 'lever', rate: 2 })).status).toBe(400);
		expect(
			(await sandbox.control.post('/faults', { service: 'lever', statuses: 500 })).status,
		).toBe(400);
	});
});

describe('the control API', () => {
	it('logs requests without e-mail addresses and signatures', async () => {
		await sandbox.leverApi.get('/opportunities?email=ada@example.org&limit=1');

		expect(sandbox.requests.entries).toEqual([
			{
				number: 1,
				at: anyNumber,
				service: 'lever',
				method: 'GET',
				path: '/v1/opportunities',
				query: 'email=…&limit=1',
				status: 200,
				milliseconds: anyNumber,
			},
		]);
	});

	it('shows the state without keys, tokens and passwords', async () => {
		await sandbox.control.post('/webhooks', {
			event: 'candidateHired',
			url: 'https://example.org',
		});
		await sandbox.control.put('/harver/webhook', {
			url: 'https://example.org',
			user: 'harver',
			password: 'a-secret',
		});
		const { data } = await sandbox.control.get('/state');

		expect(data).toMatchObject({
			opportunityCount: 8,
			stages: [{ text: 'New Lead', count: 1 }, { count: 4 }, {}, {}, {}, {}],
			webhooks: [{ event: 'candidateHired', createdManually: true }],
			harverWebhook: { user: 'harver', hasPassword: true },
		});
		const text = JSON.stringify(data);
		for (const secret of [
			'a-secret',
			'lever-sandbox-demo-key',
			sandbox.webhooks.webhooks[0]?.signatureToken ?? 'none',
		])
			expect(text).not.toContain(secret);
	});

	it('resets the data but keeps the webhooks', async () => {
		await addTag();
		await fault({ service: 'lever', rate: 1, status: 500 });
		await sandbox.control.post('/seed', { candidates: 10 });
		await sandbox.control.post('/webhooks', {
			event: 'candidateHired',
			url: 'https://example.org',
		});
		expect((await sandbox.control.post('/reset')).status).toBe(204);

		expect(sandbox.requests.entries).toEqual([]);
		expect(sandbox.lever.opportunities).toHaveLength(8);
		expect(sandbox.lever.opportunities.some(({ tags }) => tags.includes('Tagged'))).toBe(false);
		expect(sandbox.webhooks.webhooks).toHaveLength(1);
		expect((await sandbox.leverApi.get('/stages')).status).toBe(200);
	});

	it('moves many candidates at once, or none if one is unknown', async () => {
		const { data } = await sandbox.control.post<{ opportunityIds: string[] }>('/seed', {
			candidates: 3,
			stage: 'applicant-new',
		});
		expect(
			(
				await sandbox.control.post('/stage-moves', {
					ids: [...data.opportunityIds, 'none'],
					stage: 'offer',
				})
			).status,
		).toBe(404);
		expect(data.opportunityIds.map((id) => sandbox.lever.getOpportunity(id).stage)).toEqual([
			'applicant-new',
			'applicant-new',
			'applicant-new',
		]);
		expect(
			(await sandbox.control.post('/stage-moves', { ids: data.opportunityIds, stage: 'offer' }))
				.status,
		).toBe(204);
		expect(data.opportunityIds.map((id) => sandbox.lever.getOpportunity(id).stage)).toEqual([
			'offer',
			'offer',
			'offer',
		]);
	});

	it('changes a profile like a recruiter', async () => {
		await sandbox.control.post(`/opportunities/${ada}/tags`, {
			add: ['By hand'],
			remove: ['Amsterdam'],
		});
		await sandbox.control.put(`/opportunities/${ada}/contact`, { emails: ['later@example.org'] });
		const { data } = await sandbox.control.get<{ tags: string[] }>(`/opportunities/${ada}`);

		expect(data).toMatchObject({
			id: ada,
			name: 'Ada Example',
			posting: 'Customer Support Agent',
			emails: ['later@example.org'],
		});
		expect(data.tags).toContain('By hand');
		expect(data.tags).not.toContain('Amsterdam');
	});

	it.each([
		['post', '/apply', { postingId: 'none', name: 'Nia', email: '' }, 404],
		['post', '/apply', { postingId: 'none', name: '', email: '' }, 400],
		['post', '/seed', { candidates: 0 }, 400],
		['post', '/opportunities/none/stage', { stage: 'offer' }, 404],
		['post', '/nothing', {}, 404],
	] as const)('rejects %s %s %j', async (method, path, body, status) => {
		expect(await sandbox.control[method](path, body)).toMatchObject({
			status,
			data: { message: anyString },
		});
	});

	it('serves the page and its scripts', async () => {
		for (const [path, type] of [
			['/', 'text/html'],
			['/main.js', 'text/javascript'],
			['/style.css', 'text/css'],
			['/favicon.svg', 'image/svg+xml'],
		] as const) {
			const { status, headers } = await sandbox.web.get(path);
			expect([status, String(headers['content-type']).split(';')[0]]).toEqual([200, type]);
		}
	});
});
