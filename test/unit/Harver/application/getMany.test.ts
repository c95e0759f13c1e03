import type nock from 'nock';

import {
	ACCOUNT,
	APPLICATION,
	OTHER_APPLICATION,
	VACANCY,
	byId,
	expectsExactlyThis,
	harver,
	run,
} from '../wire';

expectsExactlyThis();

const find = { resource: 'application', operation: 'getMany', returnAll: true };
const byEmail = {
	...find,
	findBy: 'emailAndVacancy',
	email: 'ada@example.org',
	vacancyId: byId(VACANCY),
};
const byParameters = (...rows: { name: string; value: string }[]) => ({
	...find,
	findBy: 'atsParameters',
	atsParameters: { rows },
});

const byCandidate = byParameters({ name: 'candidate_id', value: 'x-1' });
const searches = (api: nock.Scope, name: string) =>
	api.get('/applications').query({ accountId: ACCOUNT, [`filter[atsParameters][${name}]`]: 'x-1' });
/** Harver shows an application, with the ATS parameters when they are asked for. */
const shows = (
	api: nock.Scope,
	id: string,
	{ email, ats, vacancy }: { email?: string; ats?: object; vacancy?: string },
) =>
	api
		.get(`/applications/${id}`)
		.query(ats ? { include: 'ats' } : {})
		.reply(200, {
			data: {
				id,
				attributes: { status: 'in-progress' },
				relationships: {
					candidate: { data: { id: 'c', attributes: { email } } },
					...(vacancy === undefined ? {} : { vacancy: { data: { id: vacancy } } }),
				},
			},
			included: ats ? [{ type: 'ats-parameters', id, attributes: ats }] : [],
		});

afterEach(() => {
	jest.restoreAllMocks();
});

describe('Application > Get Many', () => {
	it('finds by e-mail address and vacancy together, in an account', async () => {
		const api = harver();
		shows(api, APPLICATION, { email: 'Ada@example.org' });
		api
			.get('/applications')
			.query({
				accountId: ACCOUNT,
				'filter[applicationMeta][vacancy]': VACANCY,
				'filter[applicationMeta][email]': 'ada@example.org',
			})
			.reply(200, { data: [{ type: 'applications', id: APPLICATION, vacancyId: VACANCY }] });
		expect((await run(byEmail)).json).toEqual([{ id: APPLICATION, vacancyId: VACANCY }]);
	});

	it.each(['candidate_id', 'candidateId', 'srcId', 'vacancyId', 'custom_id_5'])(
		'finds by the ATS parameter %s',
		async (name) => {
			harver()
				.get('/applications')
				.query({ accountId: ACCOUNT, [`filter[atsParameters][${name}]`]: 'x-1' })
				.reply(200, { data: [] });
			expect((await run(byParameters({ name, value: 'x-1' }))).json).toEqual([]);
		},
	);

	it('finds by several parameters, in the account chosen in the node', async () => {
		const api = harver();
		const ats = { country: 'NL', source: 'lever' };
		shows(api, APPLICATION, { ats });
		shows(api, OTHER_APPLICATION, { ats: { country: 'NL' } });
		api
			.get('/applications')
			.query({
				accountId: 'account-2',
				'filter[atsParameters][country]': 'NL',
				'filter[atsParameters][source]': 'lever',
			})
			.reply(200, {
				data: [{ id: APPLICATION }, { id: OTHER_APPLICATION, attributes: { vacancyId: VACANCY } }],
			});
		const { json } = await run({
			...byParameters({ name: 'country', value: 'NL' }, { name: 'source', value: 'lever' }),
			accountId: byId('account-2'),
		});
		expect(json).toEqual([
			{ id: APPLICATION, vacancyId: null },
			{ id: OTHER_APPLICATION, vacancyId: VACANCY },
		]);
	});

	it('takes the only account of the client when none is named', async () => {
		const api = harver();
		api
			.get('/accounts')
			.reply(200, { data: [{ type: 'accounts', id: 'only', attributes: { name: 'Example' } }] });
		api
			.get('/applications')
			.query({ accountId: 'only', 'filter[atsParameters][id]': '7' })
			.reply(404, { statusCode: 404, message: 'Not found' });
		api
			.get('/applications')
			.query({ accountId: 'only', 'filter[atsParameters][id]': '8' })
			.reply(200, { data: [{ id: APPLICATION }] });
		shows(api, APPLICATION, { ats: { id: '8' }, vacancy: VACANCY });
		const items = ['7', '8'].map((value) => ({ json: { value } }));
		expect(
			(
				await run(byParameters({ name: 'id', value: '={{ $json.value }}' }), {
					accountId: '',
					items,
				})
			).json,
		).toEqual([{ id: APPLICATION, vacancyId: VACANCY }]);
	});

	it('returns only applications that match when Harver ignores the filter', async () => {
		const api = harver();
		searches(api, 'candidate_id').reply(200, {
			data: [
				{ id: OTHER_APPLICATION, vacancyId: VACANCY },
				{ id: 'gone' },
				{ id: APPLICATION, vacancyId: VACANCY },
			],
		});
		shows(api, OTHER_APPLICATION, { ats: { candidate_id: 'y-1' } });
		api.get('/applications/gone').query({ include: 'ats' }).reply(404, { message: 'Not found' });
		shows(api, APPLICATION, { ats: { candidateId: 'x-1' } });
		expect((await run(byCandidate)).json).toEqual([{ id: APPLICATION, vacancyId: VACANCY }]);
	});

	it('omits applications to another vacancy or with another e-mail address', async () => {
		const api = harver();
		api
			.get('/applications')
			.query(true)
			.reply(200, {
				data: [
					{ id: 'elsewhere', vacancyId: 'v-2' },
					{ id: APPLICATION },
					{ id: OTHER_APPLICATION },
				],
			});
		shows(api, APPLICATION, { email: 'ada@example.org', vacancy: 'v-2' });
		shows(api, OTHER_APPLICATION, { email: 'bob@example.org', vacancy: VACANCY });
		expect((await run(byEmail)).json).toEqual([]);
	});

	it('fails when Harver returns all applications', async () => {
		const api = harver();
		const ids = Array.from({ length: 14 }, (_, number) => `application-${number.toString()}`);
		searches(api, 'candidate_id').reply(200, { data: ids.map((id) => ({ id })) });
		for (const id of ids.slice(0, 11)) shows(api, id, { ats: { candidate_id: id } });
		expect((await run(byCandidate)).error).toMatchObject({
			message: "Harver's search returned 14 applications, most of them for other candidates",
			description: expect.stringContaining('seems to ignore') as string,
		});
	});

	it('reads no more applications than the limit', async () => {
		const api = harver();
		searches(api, 'candidate_id').reply(200, { data: [{ id: APPLICATION }, { id: 'unread' }] });
		shows(api, APPLICATION, { ats: { candidate_id: 'x-1' } });
		const { json } = await run({ ...byCandidate, returnAll: false, limit: 1 });
		expect(json).toHaveLength(1);
	});

	it('fails when Harver does not show what to compare', async () => {
		const api = harver();
		searches(api, 'candidate_id').reply(200, { data: [{ id: APPLICATION }] });
		api
			.get(`/applications/${APPLICATION}`)
			.query({ include: 'ats' })
			.reply(400, { message: 'ats' });
		shows(api, APPLICATION, { email: 'ada@example.org' });
		expect((await run(byCandidate)).error?.message).toBe(
			`Harver's search returned the application ${APPLICATION}, but does not show whose it is`,
		);
	});

	it('searches by the other spelling when Harver rejects the first, and fails when it rejects both', async () => {
		const api = harver();
		searches(api, 'vacancy_id').reply(400, { message: 'vacancy_id is not allowed' });
		searches(api, 'vacancyId').reply(200, { data: [] });
		searches(api, 'src_id').reply(400, { message: 'src_id is not allowed' });
		searches(api, 'srcId').reply(400, { message: 'srcId is not allowed' });
		expect((await run(byParameters({ name: 'vacancy_id', value: 'x-1' }))).json).toEqual([]);
		harver();
		expect((await run(byParameters({ name: 'src_id', value: 'x-1' }))).error?.message).toBe(
			'Harver refused to find applications: src_id is not allowed',
		);
	});

	it('asks which account is meant when the client has several', async () => {
		for (const clock of [Date, performance]) {
			const now = clock.now.bind(clock);
			jest.spyOn(clock, 'now').mockImplementation(() => now() + 120_000);
		}
		harver()
			.get('/accounts')
			.reply(200, { data: [{ id: 'one' }, { id: 'two' }] });
		const { error } = await run(byParameters({ name: 'id', value: '7' }), { accountId: '' });
		expect(error?.message).toBe('The Harver API client has several accounts and none is chosen');
	});

	it.each([
		['no parameter', byParameters(), 'No ATS parameter was provided'],
		[
			'a parameter without a value, which would find everybody',
			byParameters({ name: 'id', value: ' ' }),
			'An ATS parameter has no name or value',
		],
		[
			'no e-mail address',
			{ ...byEmail, email: '={{ $json.email }}' },
			'No email address was provided',
		],
		[
			'no vacancy',
			{ ...byEmail, vacancyId: byId('={{ $json.vacancy }}') },
			'No vacancy was provided',
		],
	])('refuses %s before asking', async (_what, parameters, message) => {
		expect((await run(parameters)).error?.message).toBe(message);
	});
});
