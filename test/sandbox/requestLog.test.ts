import { startTestSandbox, type TestSandbox } from './testSandbox';

let sandbox: TestSandbox;

beforeEach(async () => {
	sandbox = await startTestSandbox({ leverBurst: 3 });
});

afterEach(async () => {
	await sandbox.close();
});

it('the request log counts requests by service, method, path without IDs, and status', async () => {
	for (const name of ['Ada Example', 'Bruno van den Berg'])
		await sandbox.leverApi.get(`/opportunities/${sandbox.candidate(name)}`);
	for (let times = 0; times < 2; times++) await sandbox.leverApi.get('/stages');
	const harver = await sandbox.harverApi();
	await harver.get('/vacancies/5f0c1d2e3a4b5c6d7e8f9a01/candidates');

	expect([...sandbox.requests.counts.values()]).toEqual([
		{ service: 'lever', method: 'GET', path: '/v1/opportunities/:id', status: 200, times: 2 },
		{ service: 'lever', method: 'GET', path: '/v1/stages', status: 200, times: 1 },
		{ service: 'lever', method: 'GET', path: '/v1/stages', status: 429, times: 1 },
		{ service: 'harver', method: 'POST', path: '/oauth/token', status: 200, times: 1 },
		{
			service: 'harver',
			method: 'GET',
			path: '/api/v1.0/vacancies/:id/candidates',
			status: 200,
			times: 1,
		},
	]);
	sandbox.requests.clear();
	expect(sandbox.requests.counts.size).toBe(0);
});
