import { aNumber, aText, RECRUITER, startTestSandbox, withFields, type TestSandbox } from './testSandbox';

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
		['a key with a password', `Basic ${Buffer.from('lever-sandbox-demo-key:secret').toString('base64')}`],
		['an unknown token', 'Bearer unknown'],
	])('refuses %s', async (_what, authorization) => {
		expect(await sandbox.web.get('/v1/stages', { headers: { authorization } })).toMatchObject({ status: 401, data: { code: 'Unauthorized', message: aText } });
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

	it('holds each key to its bucket: a burst, then ten a second', async () => {
		await sandbox.close();
		sandbox = await startTestSandbox({ leverBurst: 20, leverRequestsPerSecond: 10 });
		const other = await sandbox.leverWith('all');
		const burst = await Promise.all(Array.from({ length: 21 }, async () => (await sandbox.leverApi.get('/stages')).status));

		expect(burst.filter((status) => status === 429)).toHaveLength(1);
		expect(await sandbox.leverApi.get('/stages')).toMatchObject({ status: 429, data: { code: 'TooManyRequests' } });
		expect((await other.get('/stages')).status).toBe(200);
		sandbox.clock.now += 100;
		expect((await sandbox.leverApi.get('/stages')).status).toBe(200);
		expect((await sandbox.leverApi.get('/stages')).status).toBe(429);
	});

	it('logs in by OAuth2, once a code and once a refresh token', async () => {
		const client = { client_id: 'lever-sandbox-app', client_secret: 'lever-sandbox-app-secret' };
		const authorize = async (scope: string) => await sandbox.web.get('/lever/authorize', { params: { client_id: client.client_id, redirect_uri: 'http://127.0.0.1/back', response_type: 'code', state: 'abc', audience: `${sandbox.url}/v1/`, scope } });
		const token = async (grant: Record<string, string>) => await sandbox.web.post<{ access_token: string; refresh_token: string }>('/lever/oauth/token', new URLSearchParams({ ...client, ...grant }));

		expect((await authorize('opportunities:write')).status).toBe(400);
		const { headers, status } = await authorize('offline_access stages:read:admin');
		expect(status).toBe(302);
		const back = new URL(String(headers.location));
		expect(back.searchParams.get('state')).toBe('abc');
		const grant = { grant_type: 'authorization_code', code: back.searchParams.get('code') ?? '', redirect_uri: 'http://127.0.0.1/back' };
		const first = (await token(grant)).data;
		expect((await token(grant)).status).toBe(403);

		const stages = async (bearer: string) => (await sandbox.web.get('/v1/stages', { headers: { authorization: `Bearer ${bearer}` } })).status;
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

describe('notes', () => {
	it('are created, threaded, read, replaced and deleted', async () => {
		const { status, data } = await sandbox.leverApi.post<{ data: { id: string } }>(`/opportunities/${ada}/notes?perform_as=${RECRUITER}`, { value: 'Hello', secret: true });
		const path = `/opportunities/${ada}/notes/${data.data.id}`;
		const note = { id: data.data.id, text: 'Note', user: RECRUITER, secret: true, createdAt: aNumber, completedAt: aNumber, deletedAt: null, fields: [{ type: 'note', text: 'Comment', value: 'Hello', score: null, stage: 'applicant-new', user: RECRUITER, createdAt: aNumber }] };

		expect(status).toBe(201);
		expect(data).toEqual({ data: { ...note, noteId: note.id } });
		expect((await sandbox.leverApi.get(path)).data).toEqual({ data: note });
		expect((await sandbox.leverApi.post(`/opportunities/${ada}/notes?note_id=${note.id}`, { value: 'Reply' })).status).toBe(201);
		expect(await sandbox.leverApi.put(path, { values: [{ value: 'Bye' }] })).toMatchObject({ status: 200, data: { data: { secret: false, fields: [{ value: 'Bye' }] } } });
		expect(await sandbox.leverApi.delete(path)).toMatchObject({ status: 204, data: '' });
		expect((await sandbox.leverApi.get(path)).status).toBe(404);
	});

	it('cannot be changed when a recruiter has written them', async () => {
		const { data } = await sandbox.control.post<{ id: string }>(`/opportunities/${ada}/notes`, { value: 'By hand' });
		const path = `/opportunities/${ada}/notes/${data.id}`;

		expect(await sandbox.leverApi.put(path, { values: [{ value: 'Mine now' }] })).toMatchObject({ status: 403, data: { code: 'Forbidden' } });
		expect((await sandbox.leverApi.delete(path)).status).toBe(403);
		expect(await sandbox.leverApi.get(path)).toMatchObject({ data: { data: { fields: [{ value: 'By hand' }] } } });
	});

	it.each([
		['', { text: 'wrong field' }, 400],
		['', { value: '' }, 400],
		['', { value: 'a', score: 5 }, 400],
		['', { value: 'a', createdAt: 9_999_999_999_999 }, 400],
		['?perform_as=nobody', { value: 'a' }, 400],
		['?note_id=none', { value: 'a' }, 404],
		['?notify=true', { value: 'a' }, 400],
	])('refuses POST notes%s %j', async (query, body, status) => {
		expect((await sandbox.leverApi.post(`/opportunities/${ada}/notes${query}`, body)).status).toBe(status);
		expect(sandbox.lever.opportunity(ada).notes).toEqual([]);
	});
});

describe('files', () => {
	it('are kept byte for byte, under their names', async () => {
		const bytes = Buffer.from(Array.from({ length: 100_000 }, (_, index) => (index * 7) % 256));
		const form = new FormData();
		form.append('file', new Blob([bytes]), 'Bericht – ä.pdf');
		const { status, data } = await sandbox.leverApi.post<{ data: { id: string } }>(`/opportunities/${ada}/files?perform_as=${RECRUITER}`, form);
		const path = `/opportunities/${ada}/files/${data.data.id}`;

		expect(status).toBe(201);
		expect(data.data).toEqual({ id: aText, name: 'Bericht – ä.pdf', ext: '.pdf', status: 'processed', size: 100_000, uploadedAt: sandbox.clock.now, downloadUrl: aText });
		for (const download of [await sandbox.leverApi.get<Buffer>(`${path}/download`, { responseType: 'arraybuffer' }), await sandbox.control.get<Buffer>(path, { responseType: 'arraybuffer' })]) {
			expect(download.data.equals(bytes)).toBe(true);
		}
		expect((await sandbox.leverApi.delete(`${path}?perform_as=${RECRUITER}`)).status).toBe(204);
		expect((await sandbox.leverApi.get(`${path}/download`)).status).toBe(404);
	});

	it('are refused without perform_as, without a file, under another field name and over 30 MB', async () => {
		const post = async (query: string, field?: string, size = 1) => {
			const form = new FormData();
			if (field !== undefined) form.append(field, new Blob([Buffer.alloc(size)]), 'a.pdf');
			return (await sandbox.leverApi.post(`/opportunities/${ada}/files${query}`, form)).status;
		};

		expect(await post('', 'file')).toBe(400);
		expect(await post(`?perform_as=${RECRUITER}`)).toBe(400);
		expect(await post(`?perform_as=${RECRUITER}`, 'upload')).toBe(400);
		expect(await post(`?perform_as=${RECRUITER}`, 'file', 31 * 1024 * 1024)).toBe(400);
		expect(sandbox.lever.opportunity(ada).files).toEqual([]);
	});
});

describe('feedback', () => {
	const rating = (value: string) => [{ id: 'f7ee0000-0000-4000-8000-00000000000a', value }];
	const template = 'f7ee0000-0000-4000-8000-000000000001';

	it('is made from a template, read, updated and deleted', async () => {
		expect(await sandbox.leverApi.get('/feedback_templates')).toMatchObject({ status: 200, data: { data: [{ id: template, text: 'Harver assessment', fields: [{ type: 'score-system', required: true }, { type: 'textarea' }], stage: null }], hasNext: false } });
		const { status, data } = await sandbox.leverApi.post<{ data: { id: string } }>(`/opportunities/${ada}/feedback?perform_as=${RECRUITER}`, { baseTemplateId: template, fieldValues: rating('3 - Hire') });
		const path = `/opportunities/${ada}/feedback/${data.data.id}`;

		expect(status).toBe(201);
		expect(data.data).toEqual({ id: aText, type: 'interview', text: 'Harver assessment', instructions: aText, baseTemplateId: template, interview: null, panel: null, user: RECRUITER, createdAt: aNumber, completedAt: aNumber, updatedAt: null, deletedAt: null, fields: [withFields({ text: 'Rating', value: '3 - Hire' }), withFields({ text: 'Summary', value: null })] });
		expect((await sandbox.leverApi.get(path)).data).toEqual(data);
		expect(await sandbox.leverApi.put(`${path}?perform_as=${RECRUITER}`, { fieldValues: rating('2 - No Hire') })).toMatchObject({ status: 200, data: { data: { profileId: ada } } });
		expect(await sandbox.leverApi.get(`/opportunities/${ada}/feedback`)).toMatchObject({ data: { data: [{ fields: [{ value: '2 - No Hire' }, { value: null }] }] } });
		expect((await sandbox.leverApi.delete(`${path}?perform_as=${RECRUITER}`)).status).toBe(204);
		expect((await sandbox.leverApi.get(path)).status).toBe(404);
	});

	it.each([
		['perform_as', '', { baseTemplateId: template, fieldValues: rating('3 - Hire') }, 400],
		['a template', `?perform_as=${RECRUITER}`, { fieldValues: rating('3 - Hire') }, 400],
		['a known template', `?perform_as=${RECRUITER}`, { baseTemplateId: 'none', fieldValues: [] }, 404],
		['its required field', `?perform_as=${RECRUITER}`, { baseTemplateId: template, fieldValues: [] }, 400],
		['a text that is an option', `?perform_as=${RECRUITER}`, { baseTemplateId: template, fieldValues: rating('Hire') }, 400],
		['known fields', `?perform_as=${RECRUITER}`, { baseTemplateId: template, fieldValues: [...rating('3 - Hire'), { id: 'none', value: 'a' }] }, 400],
		['an interview beside the panel', `?perform_as=${RECRUITER}`, { baseTemplateId: template, panel: 'p', fieldValues: rating('3 - Hire') }, 400],
	])('is refused without %s', async (_what, query, body, status) => {
		expect((await sandbox.leverApi.post(`/opportunities/${ada}/feedback${query}`, body)).status).toBe(status);
		expect(sandbox.lever.opportunity(ada).feedback).toEqual([]);
	});
});

describe('postings', () => {
	it('give their tags to who applies', async () => {
		const id = sandbox.postingId('Warehouse Associate');
		const { status, data } = await sandbox.leverApi.post<{ data: { applicationId: string } }>(`/postings/${id}/apply`, { personalInformation: [{ name: 'fullName', value: 'Nia New' }, { name: 'email', value: 'nia@example.org' }] });
		const opportunity = sandbox.lever.opportunity(sandbox.candidate('Nia New'));

		expect(status).toBe(201);
		expect(data).toEqual({ data: { applicationId: opportunity.application?.id } });
		expect(opportunity).toMatchObject({ stage: 'applicant-new', origin: 'applied' });
		expect(opportunity.tags).toEqual(['Harver Vacancy: Warehouse Associate', 'Harver: Auto-invite', 'Warehouse Associate', 'Amsterdam', 'Logistics', 'Operations', 'Full-time']);
		expect(await sandbox.leverApi.get(`/opportunities/${opportunity.id}/applications/${data.data.applicationId}`)).toMatchObject({ data: { data: { posting: id, candidateId: opportunity.id, email: 'nia@example.org', archived: null } } });
	});

	it('are found by tag, and keep their other fields when one is updated', async () => {
		const id = sandbox.postingId('Data Engineer');
		const { data } = await sandbox.leverApi.post(`/postings/${id}?perform_as=${RECRUITER}`, { tags: ['Harver Vacancy: Data'] });

		expect(data).toMatchObject({ data: { text: 'Data Engineer', state: 'published', tags: ['Harver Vacancy: Data'], categories: { team: 'Platform', level: null, allLocations: ['Amsterdam'] }, urls: { show: aText } } });
		expect(await sandbox.leverApi.get('/postings', { params: { tag: 'Harver Vacancy: Data', expand: 'owner' } })).toMatchObject({ data: { data: [{ id, owner: { name: 'Riley Recruiter' } }], hasNext: false } });
		expect(await sandbox.leverApi.get('/postings?tag=none')).toMatchObject({ data: { data: [], hasNext: false } });
	});

	it.each(['/postings?state=open', '/postings?updated_at_start=1&state=published', '/postings?title=Data', '/postings/ID?expand=stage'])('refuse GET %s', async (path) => {
		expect((await sandbox.leverApi.get(path.replace('ID', sandbox.postingId('Data Engineer')))).status).toBe(400);
	});
});

describe('lists', () => {
	it.each([
		['/stages', { id: 'lead-new', text: 'New Lead' }],
		['/archive_reasons?type=hired', { text: 'Hired', status: 'active', type: 'hired' }],
		['/tags', { text: 'Harver Vacancy: Customer Support Agent', count: 3 }],
		['/users?email=RILEY@example.org', { name: 'Riley Recruiter', accessRole: 'super admin', photo: null, deactivatedAt: null, managerId: null }],
	])('GET %s', async (path, first) => {
		expect(await sandbox.leverApi.get(path)).toMatchObject({ status: 200, data: { hasNext: false } });
		expect((await sandbox.leverApi.get<{ data: unknown[] }>(path)).data.data[0]).toMatchObject(first);
	});

	it.each(['/stages?text=Offer', '/stages/offer?x=1', '/tags?limit=0', '/users?name=Riley', '/webhooks?limit=1'])('refuse GET %s', async (path) => {
		expect((await sandbox.leverApi.get(path)).status).toBe(400);
	});

	it('reads and changes a contact, whose new address is then found', async () => {
		const { contact } = sandbox.lever.opportunity(ada);
		expect(await sandbox.leverApi.put(`/contacts/${contact}`, { emails: ['new@example.org'] })).toMatchObject({ status: 200, data: { data: { id: contact, name: 'Ada Example', location: { name: '' }, emails: ['new@example.org'] } } });
		expect(await sandbox.leverApi.get('/opportunities?email=new@example.org')).toMatchObject({ data: { data: [{ id: ada }] } });
		expect(await sandbox.leverApi.get('/opportunities?email=ada@example.org')).toMatchObject({ data: { data: [] } });
		expect((await sandbox.leverApi.put(`/contacts/${contact}`, { email: 'new@example.org' })).status).toBe(400);
	});
});
