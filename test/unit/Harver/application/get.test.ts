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
	it('returns what workflows need without JSON:API, and never a magic link', async () => {
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

	it('requests the report in a language', async () => {
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

	it.each([
		['a number with decimals', 69.6, 70],
		['a number as text', '69.4', 69],
		['the highest score', 100, 100],
		['zero', 0, 0],
		['no score', undefined, null],
		['null', null, null],
		['an empty text', '', null],
		['a word', 'n/a', null],
		['a boolean', true, null],
		['more than all', 101, null],
		['a negative number', -5, null],
	])('returns a whole percentage for %s', async (_what, score, expected) => {
		harver()
			.get(`/applications/${APPLICATION}`)
			.query({ include: 'matching-results' })
			.reply(200, {
				data: { id: APPLICATION, attributes: { status: 'new', matchingScore: score } },
				included: [{ type: 'matching-results', attributes: { moduleScore: score } }],
			});
		const { json } = await run({ ...get, includes: ['matching-results'] });
		expect(json).toMatchObject([{ matchingScore: expected, modules: [{ score: expected }] }]);
	});

	it('keeps names and labels on one line, without control characters', async () => {
		const wild = (name: string) => `\u0000 ${name}\r\nof\u2028all\u0085 `;
		harver()
			.get(`/applications/${APPLICATION}`)
			.query({ include: 'vacancy,matching-results' })
			.reply(200, {
				data: {
					id: APPLICATION,
					attributes: { matchingProfile: { bracketId: 'good', label: wild('Band') } },
					relationships: {
						candidate: {
							data: { attributes: { firstName: wild('Ada'), lastName: wild('Example') } },
						},
					},
				},
				included: [
					{ type: 'vacancies', id: VACANCY, attributes: { name: wild('Sales') } },
					{ type: 'matching-results', attributes: { moduleType: wild('Typing') } },
				],
			});
		const { json } = await run({ ...get, includes: ['vacancy', 'matching-results'] });
		expect(json).toMatchObject([
			{
				matchingProfile: { bracketId: 'good', label: 'Band of all' },
				candidate: { firstName: 'Ada of all', lastName: 'Example of all' },
				vacancy: { name: 'Sales of all' },
				modules: [{ type: 'Typing of all' }],
			},
		]);
	});

	it.each([
		['attributes and relationships', {}],
		['usable attributes and relationships', { attributes: null, relationships: [] }],
		['data in its relationships', { relationships: { candidate: null, vacancy: { data: null } } }],
	])('survives an application without %s', async (_what, parts) => {
		harver()
			.get(`/applications/${APPLICATION}`)
			.query({ include: 'ats,matching-results,report' })
			.reply(200, {
				data: { type: 'applications', id: APPLICATION, ...parts },
				included: [
					null,
					{ type: 'ats-parameters' },
					{ type: 'matching-results', id: 'm1' },
					{ type: 'reports' },
				],
			});
		const { json } = await run({ ...get, includes: '["ats","matching-results","report"]' });
		expect(json).toMatchObject([
			{
				id: APPLICATION,
				status: null,
				completed: false,
				matchingScore: null,
				matchingProfile: null,
				candidate: { id: null, email: null },
				vacancy: { id: null, name: null },
				lever: { opportunityId: null },
				modules: [{ id: 'm1', type: null, score: null }],
				report: { report: null, candidatePage: null },
			},
		]);
	});

	it.each([
		['an empty body', ''],
		['null', 'null'],
		['no data', { data: null }],
		['an application without an ID', { data: { type: 'applications', attributes: {} } }],
		['an error', { code: 'InternalError', message: 'Something failed' }],
		['a web page', '<html>Maintenance</html>'],
	])('sends the request again when Harver answers 200 with %s', async (_what, body) => {
		const api = harver();
		api.get(`/applications/${APPLICATION}`).reply(200, body);
		api
			.get(`/applications/${APPLICATION}`)
			.reply(200, { data: { id: APPLICATION, attributes: { status: 'new' } } });
		const { json } = await run({ ...get, includes: [] });
		expect(json).toMatchObject([{ id: APPLICATION, completed: true }]);
	});

	it('sends no empty include', async () => {
		harver()
			.get(`/applications/${APPLICATION}`)
			.reply(200, { data: { id: APPLICATION, attributes: { status: 'new' } } });
		const { json } = await run({ ...get, includes: [] });
		expect(json).toMatchObject([{ id: APPLICATION, completed: true }]);
		expect(json[0]).not.toHaveProperty('lever');
	});

	it('names the include to remove when the account lacks its module', async () => {
		harver()
			.get(`/applications/${APPLICATION}`)
			.query({ include: 'ats,proctoring' })
			.reply(400, {
				errors: [{ id: 'ValidationError', status: 400, title: '"proctoring" is not enabled' }],
			});
		const { error } = await run({ ...get, includes: ['ats', 'proctoring'] });
		expect(error?.description).toMatch(
			/^Your Harver account has no module for proctoring\. Remove it from "Include"\./u,
		);
		expect(error?.description).toContain('Harver answered 400');
	});

	it('names all includes when Harver does not say which one it is', async () => {
		harver()
			.get(`/applications/${APPLICATION}`)
			.query({ include: 'ats,grading' })
			.reply(400, { errors: [{ title: 'Bad request' }] });
		expect((await run({ ...get, includes: ['ats', 'grading'] })).error?.description).toContain(
			'Your Harver account may lack the module for one of these: ats, grading.',
		);
	});

	it.each([
		[
			'no application',
			{ applicationId: { __rl: true, mode: 'id', value: ' ' } },
			/^No application was provided/u,
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
	])('rejects %s before it sends a request', async (_what, fields, message) => {
		expect((await run({ ...get, ...fields })).error?.message).toMatch(message);
	});
});
