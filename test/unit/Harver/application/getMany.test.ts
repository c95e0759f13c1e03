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

afterEach(() => {
	jest.restoreAllMocks();
});

describe('Application > Get Many', () => {
	it('finds by e-mail address and vacancy together, in an account', async () => {
		harver()
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
		harver()
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
		const items = ['7', '8'].map((value) => ({ json: { value } }));
		expect(
			(
				await run(byParameters({ name: 'id', value: '={{ $json.value }}' }), {
					accountId: '',
					items,
				})
			).json,
		).toEqual([{ id: APPLICATION, vacancyId: null }]);
	});

	it('asks which account is meant when the client has several', async () => {
		const now = Date.now.bind(Date);
		jest.spyOn(Date, 'now').mockImplementation(() => now() + 120_000);
		harver()
			.get('/accounts')
			.reply(200, { data: [{ id: 'one' }, { id: 'two' }] });
		const { error } = await run(byParameters({ name: 'id', value: '7' }), { accountId: '' });
		expect(error?.message).toBe('The Harver API client has several accounts and none is chosen');
	});

	it.each([
		['no parameter', byParameters(), 'No ATS parameter is given'],
		[
			'a parameter without a value, which would find everybody',
			byParameters({ name: 'id', value: ' ' }),
			'An ATS parameter has no name or no value',
		],
		[
			'no e-mail address',
			{ ...byEmail, email: '={{ $json.email }}' },
			'No e-mail address is given',
		],
		['no vacancy', { ...byEmail, vacancyId: byId('={{ $json.vacancy }}') }, 'No vacancy is given'],
	])('refuses %s before asking', async (_what, parameters, message) => {
		expect((await run(parameters)).error?.message).toBe(message);
	});
});
