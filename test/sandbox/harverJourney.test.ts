import { HARVER_ACCOUNT } from '.';
import {
	anyString,
	startReceiver,
	startTestSandbox,
	type Receiver,
	type TestSandbox,
} from './testSandbox';

let sandbox: TestSandbox;
let receiver: Receiver;
let applicationId: string;
/** The path of the magic link. */
let link: string;

beforeEach(async () => {
	sandbox = await startTestSandbox();
	receiver = await startReceiver();
	const { application, magicLink } = sandbox.harver.invite(
		'5f0c1d2e3a4b5c6d7e8f9a01',
		{ emailAddress: 'grace@example.org', firstName: 'Grace <i>', lastName: 'Example' },
		{ return_url: 'https://example.org/?a="b"' },
	);
	applicationId = application.id;
	link = magicLink.slice(sandbox.url.length);
});

afterEach(async () => {
	await sandbox.close();
	await receiver.close();
});

const setUp = async (settings: Record<string, unknown> = {}) => {
	expect(
		(
			await sandbox.control.put('/harver/webhook', {
				url: receiver.url,
				user: 'harver',
				password: 'päss',
				...settings,
			})
		).status,
	).toBe(204);
};
const keyOf = (path: string): string => new URL(path, sandbox.url).searchParams.get('key') ?? '';
const submit = async (step: 'start' | 'complete', fields: Record<string, string> = {}) =>
	await sandbox.web.post<string>(
		`/journey/${applicationId}/${step}`,
		new URLSearchParams({ key: keyOf(link), ...fields }),
	);
const events = () => receiver.received.map(({ body }) => body.event);

describe('the candidate pages', () => {
	it('start and complete the assessment with a score', async () => {
		expect((await sandbox.web.get<string>(link)).data).toContain('Start the assessment');
		expect(await submit('start')).toMatchObject({ status: 303, headers: { location: link } });
		expect(sandbox.harver.getApplication(applicationId)).toMatchObject({
			status: 'in-progress',
			startedAt: sandbox.clock.now,
		});
		expect((await sandbox.web.get<string>(link)).data).toContain('Matching score');
		expect(await submit('complete', { score: '64' })).toMatchObject({ status: 303 });
		expect(sandbox.harver.getApplication(applicationId)).toMatchObject({
			status: 'new',
			matchingScore: 64,
			completedAt: sandbox.clock.now,
		});
		const { data } = await sandbox.web.get<string>(link);
		expect(data).toContain('you have completed the assessment');
		expect(data).toContain('href="https://example.org/?a=&#34;b&#34;"');
	});

	it('escape names, and prevent caching and referrers', async () => {
		expect(await sandbox.web.get<string>(link)).toMatchObject({
			headers: { 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' },
			data: expect.stringContaining('Grace &#60;i&#62;') as unknown,
		});
	});

	it('reject other keys, and expire after an hour', async () => {
		const other = sandbox.harver.invite(
			'5f0c1d2e3a4b5c6d7e8f9a02',
			{ emailAddress: 'other@example.org', firstName: 'O', lastName: 'Ther' },
			{},
		);
		for (const key of ['', 'wrong', keyOf(other.magicLink)]) {
			expect(await sandbox.web.get(`/journey/${applicationId}?key=${key}`)).toMatchObject({
				status: 403,
				data: expect.stringContaining('does not work') as unknown,
			});
			expect((await submit('complete', { key, score: '99' })).status).toBe(403);
		}
		sandbox.clock.now += 3_600_000;
		expect(await sandbox.web.get(link)).toMatchObject({
			status: 403,
			data: expect.stringContaining('expired') as unknown,
		});
		expect((await submit('start')).status).toBe(403);
		expect(sandbox.harver.getApplication(applicationId)).toMatchObject({
			startedAt: null,
			completedAt: null,
		});
	});

	it.each(['', '101', '-1', 'many', '7.5'])('reject the score "%s"', async (score) => {
		expect((await submit('complete', { score })).status).toBe(400);
		expect(sandbox.harver.getApplication(applicationId).completedAt).toBeNull();
	});

	it('are not in the request log', async () => {
		await sandbox.web.get(link);
		expect(sandbox.requests.entries).toEqual([]);
	});
});

describe('the Harver webhook', () => {
	it('reports start and completion, with the login and without a signature', async () => {
		await setUp();
		await submit('start');
		await sandbox.harverWebhook.settled();
		await submit('complete', { score: '64' });
		await sandbox.harverWebhook.settled();
		const body = (event: string, status: string) => ({
			triggeredAt: sandbox.clock.now,
			event,
			data: { type: 'applications', id: applicationId, attributes: { status } },
			relationships: { account: { data: { type: 'account', id: HARVER_ACCOUNT } } },
		});

		expect(receiver.received.map((delivery) => delivery.body)).toEqual([
			body('ApplicationStarted', 'in-progress'),
			body('CandidateStatusNew', 'new'),
		]);
		expect(receiver.received[0]?.headers.authorization).toBe(
			`Basic ${Buffer.from('harver:päss').toString('base64')}`,
		);
	});

	it('can use the other name for completion, send all events, and send no login', async () => {
		await setUp({
			completionEvent: 'ProcessStatusHasChanged',
			allEvents: true,
			user: '',
			password: '',
		});
		expect(
			(await sandbox.control.post(`/applications/${applicationId}/complete`, { score: 80 })).data,
		).toEqual({ status: 'new' });
		await sandbox.harverWebhook.settled();

		expect(events().sort()).toEqual([
			'AdditionalInfoWasUpdated',
			'ApplicationStarted',
			'PersonalInfoWasCreated',
			'ProcessStatusHasChanged',
		]);
		expect(receiver.received.every(({ headers }) => headers.authorization === undefined)).toBe(
			true,
		);
	});

	it('is sent once regardless of the answer, unless retries are set', async () => {
		await setUp();
		receiver.statuses = [500];
		await sandbox.control.post(`/applications/${applicationId}/start`);
		await sandbox.harverWebhook.settled();
		expect(sandbox.harverWebhook.deliveries).toMatchObject([
			{ event: 'ApplicationStarted', statuses: [500] },
		]);

		await setUp({ retryDelays: [1, 1] });
		receiver.statuses = [500, 401];
		await sandbox.control.post(`/applications/${applicationId}/complete`, { score: 80 });
		await sandbox.harverWebhook.settled();
		expect(sandbox.harverWebhook.deliveries.at(-1)).toMatchObject({
			event: 'CandidateStatusNew',
			statuses: [500, 401, 200],
		});
	});

	it('reports nothing twice, nothing once removed, and can be rerun', async () => {
		await setUp();
		for (let count = 0; count < 2; count++)
			await sandbox.control.post(`/applications/${applicationId}/complete`, { score: 80 });
		await sandbox.harverWebhook.settled();
		expect(events().sort()).toEqual(['ApplicationStarted', 'CandidateStatusNew']);

		await sandbox.control.post(
			`/deliveries/${sandbox.harverWebhook.deliveries[0]?.id ?? ''}/rerun`,
		);
		expect(receiver.received).toHaveLength(3);
		await sandbox.control.delete('/harver/webhook');
		sandbox.harver.events.emit('event', { event: 'completed', applicationId, status: 'new' });
		await sandbox.harverWebhook.settled();
		expect(receiver.received).toHaveLength(3);
	});

	it('can be dropped and repeated', async () => {
		await setUp();
		await sandbox.control.post('/webhook-faults', {
			service: 'harver',
			event: 'ApplicationStarted',
			kind: 'drop',
		});
		await sandbox.control.post('/webhook-faults', {
			service: 'harver',
			event: 'CandidateStatusNew',
			kind: 'repeat',
		});
		await sandbox.control.post(`/applications/${applicationId}/complete`, { score: 80 });
		await sandbox.harverWebhook.settled();

		expect(events()).toEqual(['CandidateStatusNew', 'CandidateStatusNew']);
	});

	it('is rejected if its settings are invalid', async () => {
		expect(await sandbox.control.put('/harver/webhook', { url: 'n8n' })).toMatchObject({
			status: 400,
			data: { message: anyString },
		});
		expect(
			(await sandbox.control.put('/harver/webhook', { url: receiver.url, completionEvent: 'Done' }))
				.status,
		).toBe(400);
	});
});
