import { HARVER_ACCOUNT } from '.';
import { inviteAndComplete, buildInvitation, invite, SUPPORT, WAREHOUSE } from './testInvitations';
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

describe('applications', () => {
	it('return their status, result and includes', async () => {
		const id = await inviteAndComplete(sandbox, harver);
		await harver.patch(`/applications/${id}/ats-parameters`, {
			data: { attributes: { candidate_id: 'opportunity-1' } },
		});
		const { status, data } = await harver.get(
			`/applications/${id}?include=report,ats,matching-results`,
		);
		const now = sandbox.clock.now / 1000;

		expect(status).toBe(200);
		expect(data).toEqual({
			data: {
				type: 'applications',
				id,
				attributes: {
					appliedAt: now,
					completedAt: now,
					status: 'new',
					progress: { all: 3, completed: 3 },
					matchingScore: 82,
					language: 'en-US',
					isRejectedByHardQuestion: false,
					matchingProfile: { bracketId: 'good', label: 'Good Fit' },
				},
				relationships: {
					candidate: {
						data: {
							type: 'candidates',
							id: anyString,
							email: 'grace@example.org',
							attributes: { firstName: 'Grace', lastName: 'Example', email: 'grace@example.org' },
						},
					},
					vacancy: { data: { type: 'vacancies', id: SUPPORT } },
					report: { data: { type: 'reports', id } },
					'fact-sheets': { data: { type: 'fact-sheets', id } },
					'candidate-detail-page': { data: { type: 'candidate-detail-page', id } },
					'matching-results': { data: [{ type: 'matching-results', id }] },
				},
			},
			included: [
				{ type: 'reports', id, attributes: { url: anyString, expiresAt: now + 900 } },
				{ type: 'fact-sheets', id, attributes: { url: anyString, expiresAt: now + 900 } },
				{ type: 'candidate-detail-page', id, attributes: { url: anyString } },
				{ type: 'ats-parameters', id, attributes: { candidate_id: 'opportunity-1' } },
				{
					type: 'matching-results',
					id,
					attributes: {
						moduleType: anyString,
						language: 'en-US',
						calculatedAt: now,
						moduleScore: 82,
						moduleWeight: 100,
						status: 'pass',
					},
					relationships: { modules: { data: { type: 'modules', id: anyString } } },
				},
			],
		});
	});

	it('fail for an include whose module is missing, and have no report before completion', async () => {
		const { applicationId } = (await invite(harver)).data.data;

		expect((await harver.get(`/applications/${applicationId}?include=video-pitches`)).status).toBe(
			400,
		);
		expect((await harver.get(`/applications/${applicationId}?expand=report`)).status).toBe(400);
		const { data } = await harver.get(`/applications/${applicationId}?include=report`);
		expect(data).toMatchObject({
			data: {
				attributes: { status: 'in-progress', matchingScore: null, progress: { completed: 0 } },
			},
		});
		expect(data).not.toHaveProperty('included');
	});

	it('are found by ATS parameter, or by vacancy and e-mail address', async () => {
		const { applicationId } = (
			await invite(harver, SUPPORT, buildInvitation({ candidate_id: 'opportunity-1' }))
		).data.data;
		const found = { data: [{ type: 'applications', id: applicationId, vacancyId: SUPPORT }] };
		const find = async (query: Record<string, string>) =>
			await harver.get('/applications', { params: query });

		expect(
			(
				await find({
					accountId: HARVER_ACCOUNT,
					'filter[atsParameters][candidate_id]': 'opportunity-1',
				})
			).data,
		).toEqual(found);
		expect(
			(
				await find({
					'filter[applicationMeta][vacancy]': SUPPORT,
					'filter[applicationMeta][email]': 'Grace@example.org',
				})
			).data,
		).toEqual(found);
		expect(
			(
				await find({
					accountId: HARVER_ACCOUNT,
					'filter[applicationMeta][vacancy]': WAREHOUSE,
					'filter[applicationMeta][email]': 'grace@example.org',
				})
			).data,
		).toEqual({ data: [] });
		expect((await find({ 'filter[applicationMeta][vacancy]': SUPPORT })).status).toBe(400);
		expect(
			(
				await find({
					'filter[applicationMeta][vacancy]': SUPPORT,
					'filter[applicationMeta][email]': 'a@example.org',
					limit: '1',
				})
			).status,
		).toBe(400);
		expect((await find({ accountId: HARVER_ACCOUNT })).status).toBe(400);
		expect((await find({ 'filter[atsParameters][candidate_id]': 'opportunity-1' })).status).toBe(
			400,
		);
		expect(
			(await find({ accountId: HARVER_ACCOUNT, 'filter[atsParameters][shoe_size]': '1' })).status,
		).toBe(400);
		expect(
			(await find({ accountId: '0'.repeat(24), 'filter[atsParameters][id]': '1' })).status,
		).toBe(403);
	});

	it('change their status and send a message to the candidate', async () => {
		const id = await inviteAndComplete(sandbox, harver);
		const message = {
			ENG: { mailTitle: 'Sorry', mailBody: 'Not this time.' },
			replyToMail: 'hr@example.org',
		};

		expect(
			await harver.patch(`/applications/${id}`, {
				attributes: {
					status: 'rejected',
					message,
					rejectionReasonData: { reason: 'r', note: 'n' },
				},
			}),
		).toMatchObject({ status: 204, data: '' });
		expect(sandbox.harver.statusEmails).toMatchObject([
			{ to: 'grace@example.org', subject: 'Sorry', text: 'Not this time.' },
		]);
		expect(
			(await harver.patch(`/applications/${id}`, { attributes: { status: 'gone' } })).status,
		).toBe(400);
		expect(
			(
				await harver.patch(`/applications/${id}`, {
					attributes: { status: 'hired', message: { ENG: { subject: 'Hi' } } },
				})
			).status,
		).toBe(400);
		expect(sandbox.harver.getApplication(id).status).toBe('rejected');
	});

	it('have notes, ATS parameters and a reapply status, and can be deleted', async () => {
		const id = await inviteAndComplete(sandbox, harver);
		expect(
			(
				await harver.post(`/applications/${id}/notes`, {
					data: { type: 'notes', attributes: { body: 'Good', author: 'n8n' } },
				})
			).status,
		).toBe(204);
		const { data } = await harver.get<{ data: { id: string }[] }>(`/applications/${id}/notes`);
		expect(data).toEqual({
			data: [
				{
					type: 'notes',
					id: anyString,
					attributes: { body: 'Good', author: 'n8n', createdAt: anyNumber, modifiedAt: anyNumber },
				},
			],
		});
		expect(
			(await harver.delete(`/applications/${id}/notes/${data.data[0]?.id ?? ''}`)).status,
		).toBe(204);
		expect(
			(await harver.delete(`/applications/${id}/notes/${data.data[0]?.id ?? ''}`)).status,
		).toBe(404);
		expect(
			(
				await harver.patch(`/applications/${id}/ats-parameters`, {
					data: { attributes: { key: 'a'.repeat(51) } },
				})
			).status,
		).toBe(400);
		expect((await harver.get(`/applications/${id}/reapply/status`)).data).toEqual({
			data: { canReapply: false },
		});
		expect((await harver.delete(`/applications/${id}`)).data).toEqual({
			data: { applicationId: id, message: anyString },
		});
		expect(await harver.get(`/applications/${id}`)).toMatchObject({
			status: 404,
			data: { statusCode: 404, message: 'Application not found' },
		});
	});
});
