import { HARVER_ACCOUNT } from '.';
import { inviteAndComplete, invite, SUPPORT, WAREHOUSE } from './testInvitations';
import {
	anyNumber,
	anyString,
	startTestSandbox,
	type Client,
	type TestSandbox,
} from './testSandbox';

let sandbox: TestSandbox;
let harver: Client;

beforeEach(async () => {
	sandbox = await startTestSandbox();
	harver = await sandbox.harverApi();
});

afterEach(async () => {
	await sandbox.close();
});

describe('vacancies and accounts', () => {
	it('list the open vacancies, with counts unless they are skipped', async () => {
		const path = `/accounts/${HARVER_ACCOUNT}/vacancies`;
		await inviteAndComplete(sandbox, harver);

		expect(
			(await harver.get(`${path}?filter[status]=open&filter[skip_aggregation]=true`)).data,
		).toEqual({
			data: [SUPPORT, WAREHOUSE].map((id) => ({
				type: 'vacancies',
				id,
				attributes: {
					name: anyString,
					title: anyString,
					description: '',
					location: 'Amsterdam',
					createdAt: anyNumber,
					applicationUrl: anyString,
					account: HARVER_ACCOUNT,
				},
			})),
			meta: { count: 2 },
		});
		expect(await harver.get(path)).toMatchObject({
			data: {
				meta: { count: 4 },
				data: [{ meta: { 'candidates-per-status': { new: 1, 'in-progress': 0 } } }, {}, {}, {}],
			},
		});
		expect((await harver.get(`${path}?filter[status]=full`)).status).toBe(400);
		expect((await harver.get(`${path}?status=open`)).status).toBe(400);
		expect((await harver.get(`/accounts/${'0'.repeat(24)}/vacancies`)).status).toBe(403);
	});

	it('list who completed the assessment since a time', async () => {
		const id = await inviteAndComplete(sandbox, harver);
		const now = sandbox.clock.now / 1000;
		const path = `/vacancies/${SUPPORT}/candidates?filter[status]=new&filter[status-updated-at][since]=`;

		expect((await harver.get(`${path}${now.toString()}`)).data).toEqual({
			data: [
				{
					type: 'candidates',
					id: anyString,
					attributes: {
						emailAddress: 'grace@example.org',
						fullName: 'Grace Example',
						firstName: 'Grace',
						lastName: 'Example',
						language: 'en-US',
						address: '',
						registeredAt: now,
					},
					relationships: { application: { data: { type: 'applications', id } } },
				},
			],
			included: [
				{
					type: 'applications',
					id,
					attributes: {
						appliedAt: now,
						status: 'new',
						matchingScore: 82,
						statusUpdatedAt: now,
						locations: [],
						jobFunctions: [],
					},
				},
			],
			meta: {
				count: 1,
				new: 1,
				'in-progress': 0,
				rejected: 0,
				invited: 0,
				'talent-pool': 0,
				hired: 0,
				shortlisted: 0,
				contract: 0,
			},
		});
		expect(await harver.get(`${path}${(now + 1).toString()}`)).toMatchObject({
			data: { data: [], included: [], meta: { count: 0 } },
		});
		expect((await harver.get(`${path}yesterday`)).status).toBe(400);
	});

	it('return the counts of one vacancy unless they are skipped', async () => {
		expect(await harver.get(`/vacancies/${SUPPORT}`)).toMatchObject({
			data: { data: { id: SUPPORT, meta: { 'candidates-per-status': { new: 0 } } } },
		});
		const { data } = await harver.get<{ data: object }>(
			`/vacancies/${SUPPORT}?filter[skip_aggregation]=true`,
		);
		expect(data.data).not.toHaveProperty('meta');
	});

	it('open and close a vacancy', async () => {
		expect(
			await harver.patch(`/vacancies/${SUPPORT}`, { attributes: { status: 'closed' } }),
		).toMatchObject({ status: 204 });
		expect((await invite(harver)).status).toBe(400);
		expect(
			(await harver.patch(`/vacancies/${SUPPORT}`, { attributes: { status: 'full' } })).status,
		).toBe(400);
	});

	it('recognize a candidate by e-mail address across vacancies', async () => {
		await invite(harver);
		await invite(harver, WAREHOUSE);
		const { data } = await harver.get<{ data: { id: string }[] }>(
			`/accounts/${HARVER_ACCOUNT}/candidates`,
		);

		expect(data.data).toHaveLength(1);
		expect(
			await harver.get(
				`/accounts/${HARVER_ACCOUNT}/candidates/${data.data[0]?.id ?? ''}/applications`,
			),
		).toMatchObject({
			status: 200,
			data: { data: [{ type: 'applications' }, { type: 'applications' }] },
		});
	});

	it.each([
		'/accounts',
		'/candidate-statuses',
		`/accounts/${HARVER_ACCOUNT}/rejectionReasons`,
		`/accounts/${HARVER_ACCOUNT}/locations`,
		`/accounts/${HARVER_ACCOUNT}/regions`,
		`/accounts/${HARVER_ACCOUNT}/job-functions`,
		`/accounts/${HARVER_ACCOUNT}/email-templates`,
	])('GET %s', async (path) => {
		const { status, data } = await harver.get<{ data: unknown[] }>(path);

		expect(status).toBe(200);
		expect(data.data[0]).toMatchObject({ type: anyString, id: anyString, attributes: {} });
		expect((await harver.get(`${path}?page=1`)).status).toBe(400);
	});
});
