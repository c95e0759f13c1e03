import {
	APPLICATION,
	CANDIDATE,
	VACANCY,
	expectsExactlyThis,
	harver,
	onApplication,
	run,
} from '../wire';

expectsExactlyThis();

const get = { resource: 'application', operation: 'get', ...onApplication };

const finished = {
	data: {
		type: 'applications',
		id: APPLICATION,
		attributes: {
			appliedAt: 1_760_000_000,
			completedAt: 1_760_003_600,
			status: 'new',
			progress: { all: 4, completed: 4 },
			matchingScore: 82,
			language: 'ENG',
			matchingProfile: { bracketId: 'good', label: 'Good Fit' },
			isRejectedByHardQuestion: false,
			magicLink: 'https://journey.example.org/login',
		},
		relationships: {
			candidate: {
				data: {
					id: CANDIDATE,
					type: 'candidates',
					email: 'ada@example.org',
					attributes: { firstName: 'Ada', lastName: 'Example', email: 'ada@example.org' },
				},
			},
			vacancy: { data: { type: 'vacancies', id: VACANCY } },
			account: { data: { type: 'accounts', id: 'account-1' } },
		},
	},
	included: [
		{ type: 'vacancies', id: VACANCY, attributes: { name: 'Sales', location: 'Utrecht' } },
		{
			type: 'ats-parameters',
			attributes: {
				candidate_id: 'opportunity-1',
				lever_opportunity_id: 'opportunity-1',
				lever_posting_id: 'posting-1',
				team: 'North',
			},
		},
		{
			type: 'matching-results',
			id: 'm1',
			attributes: {
				moduleType: 'Situational Judgement',
				moduleScore: 90,
				moduleWeight: 2,
				status: 'pass',
				language: 'ENG',
				calculatedAt: 1_760_003_000,
			},
		},
		{
			type: 'reports',
			id: 'r1',
			attributes: { url: 'https://files.example.org/report?signature=1', expiresAt: 1_760_004_500 },
		},
		{
			type: 'candidate-detail-page',
			id: 'p1',
			attributes: { url: 'https://app.example.org/candidate' },
		},
		{
			type: 'consents',
			id: 'c1',
			attributes: { moduleType: 'Consent', text: 'May we?', consent: true },
		},
	],
};

describe('Application > Get', () => {
	it('gives what flows need without JSON:API, and never a magic link', async () => {
		harver()
			.get(`/applications/${APPLICATION}`)
			.query({ include: 'ats,vacancy,matching-results,report,consents' })
			.reply(200, finished);
		const { json } = await run({
			...get,
			includes: ['ats', 'vacancy', 'matching-results', 'report', 'consents'],
		});
		expect(json).toEqual([
			{
				id: APPLICATION,
				status: 'new',
				completed: true,
				matchingScore: 82,
				matchingProfile: { bracketId: 'good', label: 'Good Fit' },
				appliedAt: '2025-10-09T08:53:20.000Z',
				completedAt: '2025-10-09T09:53:20.000Z',
				progress: { all: 4, completed: 4 },
				language: 'ENG',
				isRejectedByHardQuestion: false,
				candidate: {
					id: CANDIDATE,
					firstName: 'Ada',
					lastName: 'Example',
					email: 'ada@example.org',
				},
				vacancy: { id: VACANCY, name: 'Sales', location: 'Utrecht' },
				accountId: 'account-1',
				ats: {
					candidate_id: 'opportunity-1',
					lever_opportunity_id: 'opportunity-1',
					lever_posting_id: 'posting-1',
					team: 'North',
				},
				lever: {
					opportunityId: 'opportunity-1',
					contactId: null,
					applicationId: null,
					postingId: 'posting-1',
				},
				modules: [
					{
						id: 'm1',
						type: 'Situational Judgement',
						score: 90,
						weight: 2,
						status: 'pass',
						language: 'ENG',
						calculatedAt: '2025-10-09T09:43:20.000Z',
					},
				],
				report: {
					report: {
						url: 'https://files.example.org/report?signature=1',
						expiresAt: '2025-10-09T10:08:20.000Z',
					},
					factSheet: null,
					candidatePage: { url: 'https://app.example.org/candidate' },
				},
				included: [
					{
						type: 'consents',
						id: 'c1',
						attributes: { moduleType: 'Consent', text: 'May we?', consent: true },
					},
				],
			},
		]);
	});

	it('asks for the report in a language', async () => {
		harver()
			.get(`/applications/${APPLICATION}`)
			.query({ include: 'report' })
			.matchHeader('accept-language', 'nl')
			.reply(200, { data: { id: APPLICATION, attributes: { status: 'in-progress' } } });
		const { json } = await run({ ...get, includes: ['report'], options: { language: 'nl' } });
		expect(json).toMatchObject([
			{
				completed: false,
				matchingScore: null,
				completedAt: null,
				report: { report: null, factSheet: null, candidatePage: null },
			},
		]);
	});

	it('sends no empty include', async () => {
		harver()
			.get(`/applications/${APPLICATION}`)
			.reply(200, { data: { id: APPLICATION, attributes: { status: 'new' } } });
		const { json } = await run({ ...get, includes: [] });
		expect(json).toMatchObject([{ id: APPLICATION, completed: true }]);
		expect(json[0]).not.toHaveProperty('lever');
	});

	it('says which include to take out when the account lacks its module', async () => {
		harver()
			.get(`/applications/${APPLICATION}`)
			.query({ include: 'ats,proctoring' })
			.reply(400, {
				errors: [{ id: 'ValidationError', status: 400, title: '"proctoring" is not enabled' }],
			});
		const { error } = await run({ ...get, includes: ['ats', 'proctoring'] });
		expect(error?.description).toMatch(
			/^Harver refuses the whole request when the account has no module for an include, and one is lacking: take it out \(proctoring\)\./u,
		);
		expect(error?.description).toContain('Harver answered 400');
	});

	it('names all includes when Harver does not say which it is', async () => {
		harver()
			.get(`/applications/${APPLICATION}`)
			.query({ include: 'ats,grading' })
			.reply(400, { errors: [{ title: 'Bad request' }] });
		expect((await run({ ...get, includes: ['ats', 'grading'] })).error?.description).toContain(
			'one may be lacking: take it out (ats, grading).',
		);
	});

	it.each([
		[
			'no application',
			{ applicationId: { __rl: true, mode: 'id', value: ' ' } },
			/^No application is given/u,
		],
		[
			'several languages',
			{ options: { language: 'nl, en' } },
			/^The language is not a valid language code/u,
		],
		[
			'an ID that would lead elsewhere',
			{ applicationId: { __rl: true, mode: 'id', value: '..' } },
			/".." is not an ID/u,
		],
	])('refuses %s before asking', async (_what, fields, message) => {
		expect((await run({ ...get, ...fields })).error?.message).toMatch(message);
	});
});
