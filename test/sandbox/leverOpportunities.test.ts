import {
	anyString,
	RECRUITER,
	startTestSandbox,
	type TestSandbox,
	objectWith,
} from './testSandbox';

interface Listed {
	data: { id: string; name: string; tags: string[] }[];
	hasNext: boolean;
	next?: string;
}

let sandbox: TestSandbox;

beforeEach(async () => {
	sandbox = await startTestSandbox();
});

afterEach(async () => {
	await sandbox.close();
});

describe('reading opportunities', () => {
	it('returns an opportunity with all fields', async () => {
		const { status, data } = await sandbox.leverApi.get(
			`/opportunities/${sandbox.candidate('Ada Example')}`,
		);

		expect(status).toBe(200);
		expect(data).toEqual({
			data: {
				id: anyString,
				name: 'Ada Example',
				headline: '',
				contact: anyString,
				emails: ['ada@example.org'],
				phones: [{ type: 'mobile', value: '+31 6 1234 5678' }],
				confidentiality: 'non-confidential',
				location: '',
				links: [],
				archived: null,
				tags: [
					'Harver Vacancy: Customer Support Agent',
					'Customer Support Agent',
					'Amsterdam',
					'Support',
					'Operations',
					'Full-time',
				],
				sources: [],
				stage: 'applicant-new',
				stageChanges: [
					{
						toStageId: 'applicant-new',
						toStageIndex: 1,
						updatedAt: sandbox.clock.now,
						userId: null,
					},
				],
				origin: 'applied',
				sourcedBy: null,
				owner: RECRUITER,
				followers: [RECRUITER],
				applications: [anyString],
				createdAt: sandbox.clock.now,
				updatedAt: sandbox.clock.now,
				lastInteractionAt: sandbox.clock.now,
				lastAdvancedAt: sandbox.clock.now,
				snoozedUntil: null,
				urls: { list: anyString, show: anyString },
				isAnonymized: false,
				dataProtection: null,
				opportunityLocation: 'Amsterdam',
			},
		});
	});

	it('replaces IDs by records with expand, and limits the fields with include', async () => {
		const id = sandbox.candidate('Ada Example');
		const { data } = await sandbox.leverApi.get(
			`/opportunities/${id}?expand=applications&expand=contact&include=name`,
		);

		expect(data).toEqual({
			data: {
				name: 'Ada Example',
				contact: objectWith({ location: { name: '' }, emails: ['ada@example.org'] }),
				applications: [
					objectWith({
						type: 'posting',
						opportunityId: id,
						posting: sandbox.postingId('Customer Support Agent'),
					}),
				],
			},
		});
	});

	it.each([
		['an unknown opportunity', '/opportunities/none', 404, 'ResourceNotFound'],
		['an unknown expand', '/opportunities?expand=posting', 400, 'BadRequest'],
		['an unknown filter', '/opportunities?name=Ada', 400, 'BadRequest'],
		['a limit over 100', '/opportunities?limit=101', 400, 'BadRequest'],
		['an invented offset', '/opportunities?offset=100', 400, 'BadRequest'],
	])('rejects %s', async (_what, path, status, code) => {
		expect(await sandbox.leverApi.get(path)).toMatchObject({
			status,
			data: { code, message: anyString },
		});
	});

	it.each([
		['email=ADA@example.org', ['Ada Example']],
		['stage_id=lead-new', ['Eve Archer']],
		[
			'stage_id=lead-new&stage_id=applicant-new&origin=applied',
			['Ada Example', 'Bruno van den Berg'],
		],
		['tag=harver vacancy: store manager', []],
		['tag=Harver Vacancy: Store Manager', ['Madonna']],
		['location=unspecified', ['Eve Archer']],
		['archived=true', []],
	])('filters by %s', async (query, names) => {
		const { data } = await sandbox.leverApi.get<Listed>(
			`/opportunities?${query.replaceAll(' ', '%20')}`,
		);

		expect(data.data.map(({ name }) => name)).toEqual(names);
	});

	it('pages through a list without missing candidates that move meanwhile', async () => {
		await sandbox.control.post('/seed', { candidates: 5 });
		const seen: string[] = [];
		let offset: string | undefined;
		do {
			const { data }: { data: Listed } = await sandbox.leverApi.get<Listed>('/opportunities', {
				params: { stage_id: 'applicant-new', limit: 2, offset },
			});
			seen.push(...data.data.map(({ name }) => name));
			for (const { id } of data.data)
				await sandbox.leverApi.put(`/opportunities/${id}/stage`, { stage: 'offer' });
			offset = data.next;
		} while (offset !== undefined);

		expect(seen).toEqual([
			'Ada Example',
			'Bruno van den Berg',
			'Chiara Rossi',
			'Madonna',
			'Candidate 00009',
			'Candidate 00010',
			'Candidate 00011',
			'Candidate 00012',
			'Candidate 00013',
		]);
	});

	it('hides confidential candidates from keys without access', async () => {
		const { data: applied } = await sandbox.control.post<{ opportunityId: string }>('/apply', {
			postingId: sandbox.postingId('Data Engineer'),
			name: 'Secret Agent',
			email: '',
			confidential: true,
		});
		const trusted = await sandbox.leverWith('all', true);

		expect(
			(await sandbox.leverApi.get<Listed>('/opportunities')).data.data.map(({ name }) => name),
		).not.toContain('Secret Agent');
		expect(
			await sandbox.leverApi.get(`/opportunities/${applied.opportunityId}/notes`),
		).toMatchObject({ status: 403, data: { code: 'Forbidden' } });
		expect(await sandbox.leverApi.get('/opportunities?confidentiality=all')).toMatchObject({
			status: 403,
		});
		expect(
			(await trusted.get<Listed>('/opportunities?confidentiality=confidential')).data.data.map(
				({ name }) => name,
			),
		).toEqual(['Secret Agent']);
		expect(await trusted.get(`/opportunities/${applied.opportunityId}`)).toMatchObject({
			status: 200,
			data: { data: { confidentiality: 'confidential' } },
		});
	});
});

describe('changing opportunities', () => {
	it('adds tags without duplicates and returns blank contact details', async () => {
		const id = sandbox.candidate('Ada Example');
		const { status, data } = await sandbox.leverApi.post<{ data: { tags: string[] } }>(
			`/opportunities/${id}/addTags`,
			{ tags: ['Harver: Invited', 'Harver: Invited', 'Amsterdam'] },
		);

		expect(status).toBe(200);
		expect(data.data).toMatchObject({ id, name: '', emails: [], phones: [] });
		expect(data.data.tags).toEqual([
			'Harver Vacancy: Customer Support Agent',
			'Customer Support Agent',
			'Amsterdam',
			'Support',
			'Operations',
			'Full-time',
			'Harver: Invited',
		]);
	});

	it('stores links on the contact and returns the contact details', async () => {
		const id = sandbox.candidate('Ada Example');
		await sandbox.leverApi.post(`/opportunities/${id}/addLinks`, {
			links: ['https://example.org/a', 'https://example.org/b'],
		});
		const { data } = await sandbox.leverApi.post(`/opportunities/${id}/removeLinks`, {
			links: ['https://example.org/a', 'https://example.org/never'],
		});

		expect(data).toMatchObject({ data: { name: 'Ada Example', links: ['https://example.org/b'] } });
	});

	it('archives and unarchives', async () => {
		const id = sandbox.candidate('Ada Example');
		const [, underqualified] = sandbox.lever.archiveReasons;
		await sandbox.leverApi.put(`/opportunities/${id}/archived`, { reason: underqualified?.id });
		expect(await sandbox.leverApi.get(`/opportunities/${id}`)).toMatchObject({
			data: { data: { archived: { reason: underqualified?.id, archivedAt: sandbox.clock.now } } },
		});

		await sandbox.leverApi.put(`/opportunities/${id}/archived`, { reason: null });
		expect(await sandbox.leverApi.get(`/opportunities/${id}`)).toMatchObject({
			data: { data: { archived: null } },
		});
	});

	it.each([
		['post', 'addTags', { tags: 'Harver' }, 400],
		['post', 'addTags', { tags: [] }, 400],
		['post', 'addTags', { tags: ['a'], color: 'red' }, 400],
		['post', 'addTags?perform_as=nobody', { tags: ['a'] }, 400],
		['post', 'addTags?performAs=nobody', { tags: ['a'] }, 400],
		['put', 'stage', { stage: 'Harver Assessment' }, 404],
		['put', 'archived', { reason: 'no reason' }, 404],
		['post', 'addFollowers', { followers: [] }, 404],
	] as const)('rejects %s %s %j', async (method, action, body, status) => {
		expect(
			await sandbox.leverApi[method](
				`/opportunities/${sandbox.candidate('Ada Example')}/${action}`,
				body,
			),
		).toMatchObject({ status, data: { code: anyString, message: anyString } });
	});

	it('adds no tags to an unknown opportunity', async () => {
		expect(
			await sandbox.leverApi.post('/opportunities/none/addTags', { tags: ['a'] }),
		).toMatchObject({
			status: 404,
			data: { code: 'ResourceNotFound', message: 'opportunities none was not found' },
		});
	});
});
