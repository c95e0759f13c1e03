import { anyString, RECRUITER, startTestSandbox, type TestSandbox } from './testSandbox';

let sandbox: TestSandbox;
let ada: string;

beforeEach(async () => {
	sandbox = await startTestSandbox();
	ada = sandbox.candidate('Ada Example');
});

afterEach(async () => {
	await sandbox.close();
});

describe('postings', () => {
	it('pass their tags on to applicants', async () => {
		const id = sandbox.postingId('Warehouse Associate');
		const { status, data } = await sandbox.leverApi.post<{ data: { applicationId: string } }>(
			`/postings/${id}/apply`,
			{
				personalInformation: [
					{ name: 'fullName', value: 'Nia New' },
					{ name: 'email', value: 'nia@example.org' },
				],
			},
		);
		const opportunity = sandbox.lever.getOpportunity(sandbox.candidate('Nia New'));

		expect(status).toBe(201);
		expect(data).toEqual({ data: { applicationId: opportunity.application?.id } });
		expect(opportunity).toMatchObject({ stage: 'applicant-new', origin: 'applied' });
		expect(opportunity.tags).toEqual([
			'Harver Vacancy: Warehouse Associate',
			'Harver: Auto-invite',
			'Warehouse Associate',
			'Amsterdam',
			'Logistics',
			'Operations',
			'Full-time',
		]);
		expect(
			await sandbox.leverApi.get(
				`/opportunities/${opportunity.id}/applications/${data.data.applicationId}`,
			),
		).toMatchObject({
			data: {
				data: {
					posting: id,
					candidateId: opportunity.id,
					email: 'nia@example.org',
					archived: null,
				},
			},
		});
	});

	it('are found by tag, and keep the fields that an update leaves out', async () => {
		const id = sandbox.postingId('Data Engineer');
		const { data } = await sandbox.leverApi.post(`/postings/${id}?perform_as=${RECRUITER}`, {
			tags: ['Harver Vacancy: Data'],
		});

		expect(data).toMatchObject({
			data: {
				text: 'Data Engineer',
				state: 'published',
				tags: ['Harver Vacancy: Data'],
				categories: { team: 'Platform', level: null, allLocations: ['Amsterdam'] },
				urls: { show: anyString },
			},
		});
		expect(
			await sandbox.leverApi.get('/postings', {
				params: { tag: 'Harver Vacancy: Data', expand: 'owner' },
			}),
		).toMatchObject({
			data: { data: [{ id, owner: { name: 'Riley Recruiter' } }], hasNext: false },
		});
		expect(await sandbox.leverApi.get('/postings?tag=none')).toMatchObject({
			data: { data: [], hasNext: false },
		});
	});

	it.each([
		'/postings?state=open',
		'/postings?updated_at_start=1&state=published',
		'/postings?title=Data',
		'/postings/ID?expand=stage',
	])('reject GET %s', async (path) => {
		expect(
			(await sandbox.leverApi.get(path.replace('ID', sandbox.postingId('Data Engineer')))).status,
		).toBe(400);
	});
});

describe('lists', () => {
	it.each([
		['/stages', { id: 'lead-new', text: 'New Lead' }],
		['/archive_reasons?type=hired', { text: 'Hired', status: 'active', type: 'hired' }],
		['/tags', { text: 'Harver Vacancy: Customer Support Agent', count: 3 }],
		[
			'/users?email=RILEY@example.org',
			{
				name: 'Riley Recruiter',
				accessRole: 'super admin',
				photo: null,
				deactivatedAt: null,
				managerId: null,
			},
		],
	])('GET %s', async (path, first) => {
		expect(await sandbox.leverApi.get(path)).toMatchObject({
			status: 200,
			data: { hasNext: false },
		});
		expect((await sandbox.leverApi.get<{ data: unknown[] }>(path)).data.data[0]).toMatchObject(
			first,
		);
	});

	it.each([
		'/stages?text=Offer',
		'/stages/offer?x=1',
		'/tags?limit=0',
		'/users?name=Riley',
		'/webhooks?limit=1',
	])('reject GET %s', async (path) => {
		expect((await sandbox.leverApi.get(path)).status).toBe(400);
	});

	it('reads and updates a contact, which is then found by the new address', async () => {
		const { contact } = sandbox.lever.getOpportunity(ada);
		expect(
			await sandbox.leverApi.put(`/contacts/${contact}`, { emails: ['new@example.org'] }),
		).toMatchObject({
			status: 200,
			data: {
				data: {
					id: contact,
					name: 'Ada Example',
					location: { name: '' },
					emails: ['new@example.org'],
				},
			},
		});
		expect(await sandbox.leverApi.get('/opportunities?email=new@example.org')).toMatchObject({
			data: { data: [{ id: ada }] },
		});
		expect(await sandbox.leverApi.get('/opportunities?email=ada@example.org')).toMatchObject({
			data: { data: [] },
		});
		expect(
			(await sandbox.leverApi.put(`/contacts/${contact}`, { email: 'new@example.org' })).status,
		).toBe(400);
	});
});
