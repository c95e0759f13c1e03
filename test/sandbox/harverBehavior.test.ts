import { HARVER_ACCOUNT } from '.';
import { buildInvitation, invite, inviteAndComplete, SUPPORT } from './testInvitations';
import { startReceiver, startTestSandbox, type Client, type TestSandbox } from './testSandbox';

const PARAMETERS = { candidate_id: 'opportunity-1', lever_opportunity_id: 'opportunity-1' };

let sandbox: TestSandbox;
let harver: Client;

beforeEach(async () => {
	sandbox = await startTestSandbox();
	harver = await sandbox.harverApi();
});

afterEach(async () => {
	await sandbox.close();
});

async function behave(behavior: Record<string, unknown>): Promise<void> {
	expect((await sandbox.control.put('/harver/behavior', behavior)).status).toBe(204);
}

async function search(filter: string): Promise<{ status: number; found: number | undefined }> {
	const { status, data } = await harver.get<{ data?: unknown[] }>(
		`/applications?accountId=${HARVER_ACCOUNT}&${filter}`,
	);
	return { status, found: data.data?.length };
}

describe('the readings that Harver’s document allows', () => {
	it('return everyone if a search ignores its filter', async () => {
		await invite(harver, SUPPORT, buildInvitation(PARAMETERS));
		await behave({ ignoreSearchFilters: true });

		expect(await search('filter[atsParameters][candidate_id]=opportunity-2')).toEqual({
			status: 200,
			found: 1,
		});
		expect(
			await search(
				`filter[applicationMeta][vacancy]=${SUPPORT}&filter[applicationMeta][email]=nobody@example.org`,
			),
		).toEqual({ status: 200, found: 1 });
	});

	it.each([
		['text', 'candidate_id', 200],
		['text', 'candidateId', 400],
		['schema', 'candidate_id', 400],
		['schema', 'candidateId', 200],
		['both', 'candidateId', 200],
	])('with the names in the %s answer a search by %s with %i', async (names, name, status) => {
		await invite(harver, SUPPORT, buildInvitation(PARAMETERS));
		await behave({ atsSearchNames: names });

		expect(await search(`filter[atsParameters][${name}]=opportunity-1`)).toEqual({
			status,
			found: status === 200 ? 1 : undefined,
		});
	});

	it('return only the ATS parameters in the schema', async () => {
		const { applicationId } = (await invite(harver, SUPPORT, buildInvitation(PARAMETERS))).data
			.data;
		await behave({ standardAtsParametersOnly: true });

		expect((await harver.get(`/applications/${applicationId}?include=ats`)).data).toMatchObject({
			included: [{ type: 'ats-parameters', attributes: { candidate_id: 'opportunity-1' } }],
		});
	});

	it.each([
		['noId', 201, { data: {} }],
		['noBody', 204, ''],
	])('invite and answer with %s', async (invitationAnswer, status, data) => {
		await behave({ invitationAnswer });

		expect(await invite(harver)).toMatchObject({ status, data });
		expect(sandbox.harver.applications).toHaveLength(1);
	});

	it('send deliveries without attributes', async () => {
		const receiver = await startReceiver();
		sandbox.harverWebhook.configure({ url: receiver.url, omitAttributes: true });
		const id = await inviteAndComplete(sandbox, harver);
		await sandbox.harverWebhook.settled();

		expect(receiver.received.map(({ body }) => body)).toMatchObject([
			{ event: 'ApplicationStarted', data: { type: 'applications', id } },
			{ event: 'CandidateStatusNew', data: { type: 'applications', id } },
		]);
		expect(receiver.received.map(({ body }) => Object.keys(body.data as object))).toEqual([
			['type', 'id'],
			['type', 'id'],
		]);
		await receiver.close();
	});

	it('are reset with the data, and rejected if they are unknown', async () => {
		await behave({ ignoreSearchFilters: true });
		await sandbox.control.post('/reset');

		expect(sandbox.harver.behavior.ignoreSearchFilters).toBe(false);
		expect((await sandbox.control.put('/harver/behavior', { mood: 'bad' })).status).toBe(400);
	});
});
