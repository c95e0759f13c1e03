import { HARVER_CLIENT } from '.';
import { CLOSED, GRACE, buildInvitation, invite, SUPPORT, WAREHOUSE } from './testInvitations';
import { anyString, startTestSandbox, type Client, type TestSandbox } from './testSandbox';

let sandbox: TestSandbox;
let harver: Client;

beforeEach(async () => {
	sandbox = await startTestSandbox();
	harver = await sandbox.harverApi();
});

afterEach(async () => {
	await sandbox.close();
});

describe('access', () => {
	it('issues a token for one hour', async () => {
		const form = new URLSearchParams({
			grant_type: 'client_credentials',
			client_id: HARVER_CLIENT.clientId,
			client_secret: HARVER_CLIENT.clientSecret,
		});
		expect(await sandbox.web.post('/oauth/token', form)).toMatchObject({
			status: 200,
			data: {
				accessToken: anyString,
				accessTokenExpiresAt: new Date(sandbox.clock.now + 3_600_000).toISOString(),
				user: { id: anyString },
				client: { id: HARVER_CLIENT.clientId },
			},
		});

		expect((await harver.get('/accounts')).status).toBe(200);
		sandbox.clock.now += 3_600_000;
		expect(await harver.get('/accounts')).toMatchObject({
			status: 401,
			data: { statusCode: 401, message: anyString, name: anyString },
			headers: { 'x-correlation-id': anyString },
		});
	});

	it.each([
		[
			{
				grant_type: 'password',
				client_id: HARVER_CLIENT.clientId,
				client_secret: HARVER_CLIENT.clientSecret,
			},
			400,
		],
		[
			{
				grant_type: 'client_credentials',
				client_id: HARVER_CLIENT.clientId,
				client_secret: 'wrong',
			},
			401,
		],
		[{ grant_type: 'client_credentials' }, 401],
	])('rejects the login %j', async (form, status) => {
		expect(
			(await sandbox.web.post('/oauth/token', new URLSearchParams(form as Record<string, string>)))
				.status,
		).toBe(status);
	});

	it('limits requests per minute and says when the window ends', async () => {
		await sandbox.close();
		sandbox = await startTestSandbox({ harverRequestsPerMinute: 2 });
		harver = await sandbox.harverApi();
		sandbox.clock.now += 20_000;

		expect(await harver.get('/accounts')).toMatchObject({
			status: 200,
			headers: { 'ratelimit-limit': '2', 'ratelimit-reset': '40' },
		});
		expect((await harver.get('/accounts')).status).toBe(200);
		expect(await harver.get('/accounts')).toMatchObject({
			status: 429,
			headers: { 'ratelimit-reset': '40' },
		});
		sandbox.clock.now += 40_000;
		expect((await harver.get('/accounts')).status).toBe(200);
	});
});

describe('invitations', () => {
	it('create an application and send an e-mail with a magic link', async () => {
		const { status, data } = await invite(
			harver,
			SUPPORT,
			buildInvitation({ candidate_id: 'opportunity-1' }),
		);

		expect(status).toBe(201);
		expect(data).toEqual({
			data: { magicLink: anyString, applicationId: anyString, currentStatus: 'in-progress' },
		});
		expect(data.data.applicationId).toMatch(/^[0-9a-f]{24}$/u);
		expect(sandbox.harver.emails).toMatchObject([
			{
				to: 'grace@example.org',
				magicLink: data.data.magicLink,
				vacancyName: 'Customer Support Agent',
			},
		]);
	});

	it('return the same application and a new link for the same address', async () => {
		const first = (await invite(harver)).data.data;
		const second = (
			await invite(
				harver,
				SUPPORT,
				buildInvitation({}, { ...GRACE, emailAddress: 'GRACE@example.org' }),
			)
		).data.data;

		expect(second.applicationId).toBe(first.applicationId);
		expect(second.magicLink).not.toBe(first.magicLink);
		expect((await invite(harver, WAREHOUSE)).data.data.applicationId).not.toBe(first.applicationId);
		sandbox.harver.complete(first.applicationId, 50);
		expect((await invite(harver)).data.data.currentStatus).toBe('new');
	});

	it('send no e-mail if the ATS does', async () => {
		await sandbox.control.patch(`/vacancies/${SUPPORT}`, { loginStrategy: 'ATS Only' });
		expect((await invite(harver)).data.data.magicLink).toContain('/journey/');
		expect(sandbox.harver.emails).toEqual([]);
	});

	it.each([
		['to a closed vacancy', CLOSED, buildInvitation(), 400],
		['to an unknown vacancy', '0'.repeat(24), buildInvitation(), 404],
		['to a vacancy whose id is none', 'support', buildInvitation(), 400],
		[
			'without an e-mail address',
			SUPPORT,
			buildInvitation({}, { ...GRACE, emailAddress: '' }),
			400,
		],
		['without a last name', SUPPORT, buildInvitation({}, { ...GRACE, lastName: '' }), 400],
		[
			'with a phone number that is not E.164',
			SUPPORT,
			buildInvitation({}, { ...GRACE, phoneNumber: '06 1234' }),
			400,
		],
		[
			'with an invalid language',
			SUPPORT,
			buildInvitation({}, { ...GRACE, language: 'English' }),
			400,
		],
		[
			'with 21 parameters',
			SUPPORT,
			buildInvitation(
				Object.fromEntries(
					Array.from({ length: 21 }, (_, index) => [`key-${index.toString()}`, 'value']),
				),
			),
			400,
		],
		['with a parameter of 513 characters', SUPPORT, buildInvitation({ key: 'a'.repeat(513) }), 400],
		['with a key that has a space', SUPPORT, buildInvitation({ 'a key': 'value' }), 400],
		['with an unknown field', SUPPORT, buildInvitation({}, { ...GRACE, name: 'Grace' }), 400],
	])('are rejected %s, and nobody is invited', async (_what, vacancy, body, status) => {
		const answer = await invite(harver, vacancy, body);

		expect(answer.status).toBe(status);
		expect(answer.headers['x-correlation-id']).toEqual(anyString);
		if (status === 400)
			expect(answer.data).toEqual({ errors: [{ id: anyString, status: '400', title: anyString }] });
		expect(sandbox.harver.applications).toEqual([]);
		expect(sandbox.harver.emails).toEqual([]);
	});
});
