import type { AxiosResponse } from 'axios';

import { HARVER_ACCOUNT, HARVER_CLIENT } from '.';
import { aNumber, aText, startTestSandbox, type Client, type TestSandbox } from './testSandbox';

const SUPPORT = '5f0c1d2e3a4b5c6d7e8f9a01';
const WAREHOUSE = '5f0c1d2e3a4b5c6d7e8f9a02';
const CLOSED = '5f0c1d2e3a4b5c6d7e8f9a03';
const GRACE = { emailAddress: 'grace@example.org', firstName: 'Grace', lastName: 'Example' };

interface Invited {
	data: { magicLink: string; applicationId: string; currentStatus: string };
}

let sandbox: TestSandbox;
let harver: Client;

beforeEach(async () => {
	sandbox = await startTestSandbox();
	harver = await sandbox.harverApi();
});

afterEach(async () => {
	await sandbox.close();
});

const invitation = (attributes: Record<string, unknown> = {}, candidate: Record<string, unknown> = GRACE) => ({ data: { type: 'applications', attributes, relationships: { candidate: { data: { type: 'candidates', attributes: candidate } } } } });
const invite = async (vacancy = SUPPORT, body: unknown = invitation()): Promise<AxiosResponse<Invited>> => await harver.post<Invited>(`/vacancies/${vacancy}/applications`, body);
const completed = async (score = 82): Promise<string> => {
	const { applicationId } = (await invite()).data.data;
	sandbox.harver.complete(applicationId, score);
	return applicationId;
};

describe('access', () => {
	it('gives a token for an hour', async () => {
		const form = new URLSearchParams({ grant_type: 'client_credentials', client_id: HARVER_CLIENT.clientId, client_secret: HARVER_CLIENT.clientSecret });
		expect(await sandbox.web.post('/oauth/token', form)).toMatchObject({ status: 200, data: { accessToken: aText, accessTokenExpiresAt: new Date(sandbox.clock.now + 3_600_000).toISOString(), user: { id: aText }, client: { id: HARVER_CLIENT.clientId } } });

		expect((await harver.get('/accounts')).status).toBe(200);
		sandbox.clock.now += 3_600_000;
		expect(await harver.get('/accounts')).toMatchObject({ status: 401, data: { statusCode: 401, message: aText, name: aText }, headers: { 'x-correlation-id': aText } });
	});

	it.each([
		[{ grant_type: 'password', client_id: HARVER_CLIENT.clientId, client_secret: HARVER_CLIENT.clientSecret }, 400],
		[{ grant_type: 'client_credentials', client_id: HARVER_CLIENT.clientId, client_secret: 'wrong' }, 401],
		[{ grant_type: 'client_credentials' }, 401],
	])('refuses the login %j', async (form, status) => {
		expect((await sandbox.web.post('/oauth/token', new URLSearchParams(form as Record<string, string>))).status).toBe(status);
	});

	it('lets so many requests through in a minute, and says when the next begins', async () => {
		await sandbox.close();
		sandbox = await startTestSandbox({ harverRequestsPerMinute: 2 });
		harver = await sandbox.harverApi();
		sandbox.clock.now += 20_000;

		expect(await harver.get('/accounts')).toMatchObject({ status: 200, headers: { 'ratelimit-limit': '2', 'ratelimit-reset': '40' } });
		expect((await harver.get('/accounts')).status).toBe(200);
		expect(await harver.get('/accounts')).toMatchObject({ status: 429, headers: { 'ratelimit-reset': '40' } });
		sandbox.clock.now += 40_000;
		expect((await harver.get('/accounts')).status).toBe(200);
	});
});

describe('invitations', () => {
	it('make an application and an e-mail with a magic link', async () => {
		const { status, data } = await invite(SUPPORT, invitation({ candidate_id: 'opportunity-1' }));

		expect(status).toBe(201);
		expect(data).toEqual({ data: { magicLink: aText, applicationId: aText, currentStatus: 'in-progress' } });
		expect(data.data.applicationId).toMatch(/^[0-9a-f]{24}$/u);
		expect(sandbox.harver.mails).toMatchObject([{ to: 'grace@example.org', magicLink: data.data.magicLink, vacancyName: 'Customer Support Agent' }]);
	});

	it('are the same application for the same address, with another link', async () => {
		const first = (await invite()).data.data;
		const second = (await invite(SUPPORT, invitation({}, { ...GRACE, emailAddress: 'GRACE@example.org' }))).data.data;

		expect(second.applicationId).toBe(first.applicationId);
		expect(second.magicLink).not.toBe(first.magicLink);
		expect((await invite(WAREHOUSE)).data.data.applicationId).not.toBe(first.applicationId);
		sandbox.harver.complete(first.applicationId, 50);
		expect((await invite()).data.data.currentStatus).toBe('new');
	});

	it('send no e-mail when the ATS does', async () => {
		await sandbox.control.patch(`/vacancies/${SUPPORT}`, { loginStrategy: 'ATS Only' });
		expect((await invite()).data.data.magicLink).toContain('/journey/');
		expect(sandbox.harver.mails).toEqual([]);
	});

	it.each([
		['to a closed vacancy', CLOSED, invitation(), 400],
		['to an unknown vacancy', '0'.repeat(24), invitation(), 404],
		['to a vacancy whose id is none', 'support', invitation(), 400],
		['without an address', SUPPORT, invitation({}, { ...GRACE, emailAddress: '' }), 400],
		['without a last name', SUPPORT, invitation({}, { ...GRACE, lastName: '' }), 400],
		['with a phone number that is not E.164', SUPPORT, invitation({}, { ...GRACE, phoneNumber: '06 1234' }), 400],
		['with a language that is none', SUPPORT, invitation({}, { ...GRACE, language: 'English' }), 400],
		['with 21 parameters', SUPPORT, invitation(Object.fromEntries(Array.from({ length: 21 }, (_, index) => [`key-${index.toString()}`, 'value']))), 400],
		['with a parameter of 513 characters', SUPPORT, invitation({ key: 'a'.repeat(513) }), 400],
		['with a key that has a space', SUPPORT, invitation({ 'a key': 'value' }), 400],
		['with a field that Harver does not know', SUPPORT, invitation({}, { ...GRACE, name: 'Grace' }), 400],
	])('are refused %s, and nobody is invited', async (_what, vacancy, body, status) => {
		const answer = await invite(vacancy, body);

		expect(answer.status).toBe(status);
		expect(answer.headers['x-correlation-id']).toEqual(aText);
		if (status === 400) expect(answer.data).toEqual({ errors: [{ id: aText, status: '400', title: aText }] });
		expect(sandbox.harver.applications).toEqual([]);
		expect(sandbox.harver.mails).toEqual([]);
	});
});

describe('applications', () => {
	it('show their state, their result and what is included', async () => {
		const id = await completed();
		await harver.patch(`/applications/${id}/ats-parameters`, { data: { attributes: { candidate_id: 'opportunity-1' } } });
		const { status, data } = await harver.get(`/applications/${id}?include=report,ats,matching-results`);
		const now = sandbox.clock.now / 1000;

		expect(status).toBe(200);
		expect(data).toEqual({
			data: {
				type: 'applications',
				id,
				attributes: { appliedAt: now, completedAt: now, status: 'new', progress: { all: 3, completed: 3 }, matchingScore: 82, language: 'en-US', isRejectedByHardQuestion: false, matchingProfile: { bracketId: 'good', label: 'Good Fit' } },
				relationships: {
					candidate: { data: { type: 'candidates', id: aText, email: 'grace@example.org', attributes: { firstName: 'Grace', lastName: 'Example', email: 'grace@example.org' } } },
					vacancy: { data: { type: 'vacancies', id: SUPPORT } },
					report: { data: { type: 'reports', id } },
					'fact-sheets': { data: { type: 'fact-sheets', id } },
					'candidate-detail-page': { data: { type: 'candidate-detail-page', id } },
					'matching-results': { data: [{ type: 'matching-results', id }] },
				},
			},
			included: [
				{ type: 'reports', id, attributes: { url: aText, expiresAt: now + 900 } },
				{ type: 'fact-sheets', id, attributes: { url: aText, expiresAt: now + 900 } },
				{ type: 'candidate-detail-page', id, attributes: { url: aText } },
				{ type: 'ats-parameters', id, attributes: { candidate_id: 'opportunity-1' } },
				{ type: 'matching-results', id, attributes: { moduleType: aText, language: 'en-US', calculatedAt: now, moduleScore: 82, moduleWeight: 100, status: 'pass' }, relationships: { modules: { data: { type: 'modules', id: aText } } } },
			],
		});
	});

	it('fail with an include whose module is missing, and have no report before they are completed', async () => {
		const { applicationId } = (await invite()).data.data;

		expect((await harver.get(`/applications/${applicationId}?include=video-pitches`)).status).toBe(400);
		expect((await harver.get(`/applications/${applicationId}?expand=report`)).status).toBe(400);
		const { data } = await harver.get(`/applications/${applicationId}?include=report`);
		expect(data).toMatchObject({ data: { attributes: { status: 'in-progress', matchingScore: null, progress: { completed: 0 } } } });
		expect(data).not.toHaveProperty('included');
	});

	it('are found by a parameter, or by vacancy and address together', async () => {
		const { applicationId } = (await invite(SUPPORT, invitation({ candidate_id: 'opportunity-1' }))).data.data;
		const found = { data: [{ type: 'applications', id: applicationId, vacancyId: SUPPORT }] };
		const find = async (query: Record<string, string>) => await harver.get('/applications', { params: query });

		expect((await find({ accountId: HARVER_ACCOUNT, 'filter[atsParameters][candidate_id]': 'opportunity-1' })).data).toEqual(found);
		expect((await find({ 'filter[applicationMeta][vacancy]': SUPPORT, 'filter[applicationMeta][email]': 'Grace@example.org' })).data).toEqual(found);
		expect((await find({ accountId: HARVER_ACCOUNT, 'filter[applicationMeta][vacancy]': WAREHOUSE, 'filter[applicationMeta][email]': 'grace@example.org' })).data).toEqual({ data: [] });
		expect((await find({ 'filter[applicationMeta][vacancy]': SUPPORT })).status).toBe(400);
		expect((await find({ 'filter[applicationMeta][vacancy]': SUPPORT, 'filter[applicationMeta][email]': 'a@example.org', limit: '1' })).status).toBe(400);
		expect((await find({ accountId: HARVER_ACCOUNT })).status).toBe(400);
		expect((await find({ 'filter[atsParameters][candidate_id]': 'opportunity-1' })).status).toBe(400);
		expect((await find({ accountId: HARVER_ACCOUNT, 'filter[atsParameters][shoe_size]': '1' })).status).toBe(400);
		expect((await find({ accountId: '0'.repeat(24), 'filter[atsParameters][id]': '1' })).status).toBe(403);
	});

	it('change their status, with a message to the candidate', async () => {
		const id = await completed();
		const message = { ENG: { mailTitle: 'Sorry', mailBody: 'Not this time.' }, replyToMail: 'hr@example.org' };

		expect(await harver.patch(`/applications/${id}`, { attributes: { status: 'rejected', message, rejectionReasonData: { reason: 'r', note: 'n' } } })).toMatchObject({ status: 204, data: '' });
		expect(sandbox.harver.statusMails).toMatchObject([{ to: 'grace@example.org', subject: 'Sorry', text: 'Not this time.' }]);
		expect((await harver.patch(`/applications/${id}`, { attributes: { status: 'gone' } })).status).toBe(400);
		expect((await harver.patch(`/applications/${id}`, { attributes: { status: 'hired', message: { ENG: { subject: 'Hi' } } } })).status).toBe(400);
		expect(sandbox.harver.application(id).status).toBe('rejected');
	});

	it('have notes, parameters and a re-apply state, and can be deleted', async () => {
		const id = await completed();
		expect((await harver.post(`/applications/${id}/notes`, { data: { type: 'notes', attributes: { body: 'Good', author: 'n8n' } } })).status).toBe(204);
		const { data } = await harver.get<{ data: { id: string }[] }>(`/applications/${id}/notes`);
		expect(data).toEqual({ data: [{ type: 'notes', id: aText, attributes: { body: 'Good', author: 'n8n', createdAt: aNumber, modifiedAt: aNumber } }] });
		expect((await harver.delete(`/applications/${id}/notes/${data.data[0]?.id ?? ''}`)).status).toBe(204);
		expect((await harver.delete(`/applications/${id}/notes/${data.data[0]?.id ?? ''}`)).status).toBe(404);
		expect((await harver.patch(`/applications/${id}/ats-parameters`, { data: { attributes: { key: 'a'.repeat(51) } } })).status).toBe(400);
		expect((await harver.get(`/applications/${id}/reapply/status`)).data).toEqual({ data: { canReapply: false } });
		expect((await harver.delete(`/applications/${id}`)).data).toEqual({ data: { applicationId: id, message: aText } });
		expect(await harver.get(`/applications/${id}`)).toMatchObject({ status: 404, data: { statusCode: 404, message: 'Application not found' } });
	});
});

describe('vacancies and accounts', () => {
	it('list the open vacancies, with numbers unless they are skipped', async () => {
		const path = `/accounts/${HARVER_ACCOUNT}/vacancies`;
		await completed();

		expect((await harver.get(`${path}?filter[status]=open&filter[skip_aggregation]=true`)).data).toEqual({
			data: [SUPPORT, WAREHOUSE].map((id) => ({ type: 'vacancies', id, attributes: { name: aText, title: aText, description: '', location: 'Amsterdam', createdAt: aNumber, applicationUrl: aText, account: HARVER_ACCOUNT } })),
			meta: { count: 2 },
		});
		expect(await harver.get(path)).toMatchObject({ data: { meta: { count: 4 }, data: [{ meta: { 'candidates-per-status': { new: 1, 'in-progress': 0 } } }, {}, {}, {}] } });
		expect((await harver.get(`${path}?filter[status]=full`)).status).toBe(400);
		expect((await harver.get(`${path}?status=open`)).status).toBe(400);
		expect((await harver.get(`/accounts/${'0'.repeat(24)}/vacancies`)).status).toBe(403);
	});

	it('list who has finished since then', async () => {
		const id = await completed();
		const now = sandbox.clock.now / 1000;
		const path = `/vacancies/${SUPPORT}/candidates?filter[status]=new&filter[status-updated-at][since]=`;

		expect((await harver.get(`${path}${now.toString()}`)).data).toEqual({
			data: [{ type: 'candidates', id: aText, attributes: { emailAddress: 'grace@example.org', fullName: 'Grace Example', firstName: 'Grace', lastName: 'Example', language: 'en-US', address: '', registeredAt: now }, relationships: { application: { data: { type: 'applications', id } } } }],
			included: [{ type: 'applications', id, attributes: { appliedAt: now, status: 'new', matchingScore: 82, statusUpdatedAt: now, locations: [], jobFunctions: [] } }],
			meta: { count: 1, new: 1, 'in-progress': 0, rejected: 0, invited: 0, 'talent-pool': 0, hired: 0, shortlisted: 0, contract: 0 },
		});
		expect(await harver.get(`${path}${(now + 1).toString()}`)).toMatchObject({ data: { data: [], included: [], meta: { count: 0 } } });
		expect((await harver.get(`${path}yesterday`)).status).toBe(400);
	});

	it('open and close a vacancy', async () => {
		expect(await harver.patch(`/vacancies/${SUPPORT}`, { attributes: { status: 'closed' } })).toMatchObject({ status: 204 });
		expect((await invite()).status).toBe(400);
		expect((await harver.patch(`/vacancies/${SUPPORT}`, { attributes: { status: 'full' } })).status).toBe(400);
	});

	it('know a person by the address across vacancies', async () => {
		await invite();
		await invite(WAREHOUSE);
		const { data } = await harver.get<{ data: { id: string }[] }>(`/accounts/${HARVER_ACCOUNT}/candidates`);

		expect(data.data).toHaveLength(1);
		expect(await harver.get(`/accounts/${HARVER_ACCOUNT}/candidates/${data.data[0]?.id ?? ''}/applications`)).toMatchObject({ status: 200, data: { data: [{ type: 'applications' }, { type: 'applications' }] } });
	});

	it.each(['/accounts', '/candidate-statuses', `/accounts/${HARVER_ACCOUNT}/rejectionReasons`, `/accounts/${HARVER_ACCOUNT}/locations`, `/accounts/${HARVER_ACCOUNT}/regions`, `/accounts/${HARVER_ACCOUNT}/job-functions`, `/accounts/${HARVER_ACCOUNT}/email-templates`])('GET %s', async (path) => {
		const { status, data } = await harver.get<{ data: unknown[] }>(path);

		expect(status).toBe(200);
		expect(data.data[0]).toMatchObject({ type: aText, id: aText, attributes: {} });
		expect((await harver.get(`${path}?page=1`)).status).toBe(400);
	});
});

describe('reports', () => {
	const reportUrl = async (id: string): Promise<string> => {
		const { data } = await harver.get<{ included: { attributes: { url: string } }[] }>(`/applications/${id}?include=report`);
		return data.included[0]?.attributes.url ?? '';
	};
	const fetchReport = async (url: string, headers: Record<string, string> = {}) => await sandbox.web.get<Buffer>(url.slice(sandbox.url.length), { headers, responseType: 'arraybuffer' });

	it('are PDFs behind links that die after 15 minutes', async () => {
		const url = await reportUrl(await completed());
		const { status, headers, data } = await fetchReport(url);

		expect(status).toBe(200);
		expect(headers['content-type']).toBe('application/pdf');
		expect(data.subarray(0, 5).toString()).toBe('%PDF-');
		sandbox.clock.now += 15 * 60_000;
		expect((await fetchReport(url)).status).toBe(200);
		sandbox.clock.now += 1;
		expect((await fetchReport(url)).status).toBe(403);
	});

	it('are refused to links that were changed, and to who sends a bearer token along', async () => {
		const url = await reportUrl(await completed());

		expect((await fetchReport(url.replace('/report?', '/fact-sheet?'))).status).toBe(403);
		expect((await fetchReport(url.replace(/expires=\d+/u, 'expires=9999999999999'))).status).toBe(403);
		expect((await fetchReport(url, { authorization: 'Bearer token' })).status).toBe(400);
		expect(sandbox.harver.reports.tokensReceived).toBe(1);
	});

	it('are as large, as broken or as old as a test wants', async () => {
		const url = await reportUrl(await completed());
		const size = 30 * 1024 * 1024;

		await sandbox.control.put('/harver/reports', { padTo: size });
		expect((await fetchReport(url)).data).toHaveLength(size);
		await sandbox.control.put('/harver/reports', { answer: 'html' });
		expect(await fetchReport(url)).toMatchObject({ status: 200, headers: { 'content-type': 'text/html; charset=utf-8' } });
		await sandbox.control.put('/harver/reports', { answer: 'expired' });
		expect((await fetchReport(url)).status).toBe(403);
		await sandbox.control.put('/harver/reports', {});
		expect((await fetchReport(url)).headers['content-type']).toBe('application/pdf');
	});

	it('are shared by links, once there is a result', async () => {
		const { applicationId } = (await invite()).data.data;
		const hub = `/applications/${applicationId}/reports/reports-hub?expiresIn=1209600&allowedPII=true`;
		expect(await harver.get(hub)).toMatchObject({ status: 404, data: { errors: [{ id: 'Not Found', detail: aText }] } });
		sandbox.harver.complete(applicationId, 82);

		for (const path of [hub, `/applications/${applicationId}/reports/development-reports?locale=en-GB`, `/applications/${applicationId}/reports/interview-guides`]) {
			const { status, data } = await harver.get<{ data: { link: string } }>(path);
			expect(status).toBe(200);
			expect((await sandbox.web.get(data.data.link.slice(sandbox.url.length))).status).toBe(200);
		}
		expect((await harver.get(hub.replace('1209600', '60'))).status).toBe(400);
		expect((await harver.get(hub.replace('&allowedPII=true', ''))).status).toBe(400);
		expect((await harver.get(`/applications/${applicationId}/reports/development-reports`)).status).toBe(400);
	});
});
