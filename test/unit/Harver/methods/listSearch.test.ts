import {
	ACCOUNT,
	APPLICATION,
	NOTE,
	VACANCY,
	byId,
	expectsExactlyThis,
	harver,
	pick,
} from '../wire';

expectsExactlyThis();

const vacancies = (status: string, ...names: string[]) => ({
	data: names.map((name) => ({ type: 'vacancies', id: `${status}-${name}`, attributes: { name } })),
});
const listed = (status: string) => ({
	'filter[status]': status,
	'filter[skip_aggregation]': 'true',
});

describe('the lists', () => {
	it('show accounts', async () => {
		harver()
			.get('/accounts')
			.reply(200, {
				data: [
					{ id: ACCOUNT, attributes: { name: 'Example Company' } },
					{ id: 'b', attributes: { name: 'Other' } },
				],
			});
		expect(await pick('searchAccounts', { filter: 'EXAMPLE' })).toEqual([
			{ name: 'Example Company', value: ACCOUNT },
		]);
	});

	it('show open vacancies of the account chosen in the node', async () => {
		harver()
			.get('/accounts/account-2/vacancies')
			.query(listed('open'))
			.reply(200, vacancies('open', 'Sales', 'Support'));
		expect(
			await pick('searchOpenVacancies', {
				filter: 'sal',
				parameters: { accountId: byId('account-2') },
			}),
		).toEqual([{ name: 'Sales', value: 'open-Sales' }]);
	});

	it('show open vacancies of all accounts when none is chosen', async () => {
		const api = harver();
		api.get('/accounts').reply(200, { data: [{ id: 'a' }, { id: 'b' }] });
		api.get('/accounts/a/vacancies').query(listed('open')).reply(200, vacancies('open', 'Sales'));
		api.get('/accounts/b/vacancies').query(listed('open')).reply(200, vacancies('open', 'Support'));
		expect((await pick('searchOpenVacancies', { accountId: '' })).map(({ name }) => name)).toEqual([
			'Sales',
			'Support',
		]);
	});

	it('show all vacancies, with the status unless they are open', async () => {
		const api = harver();
		for (const status of ['open', 'draft', 'closed'])
			api
				.get(`/accounts/${ACCOUNT}/vacancies`)
				.query(listed(status))
				.reply(200, vacancies(status, 'Sales'));
		expect(
			await pick('searchVacancies', { parameters: { resource: 'vacancy', operation: 'get' } }),
		).toEqual([
			{ name: 'Sales', value: 'open-Sales' },
			{ name: 'Sales (draft)', value: 'draft-Sales' },
			{ name: 'Sales (closed)', value: 'closed-Sales' },
		]);
	});

	it('show applications by name and status', async () => {
		harver()
			.get(`/vacancies/${VACANCY}/candidates`)
			.reply(200, {
				data: [
					{
						id: 'c',
						attributes: { firstName: 'Ada', lastName: 'Example' },
						relationships: { application: { data: { id: APPLICATION } } },
					},
				],
				included: [{ type: 'applications', id: APPLICATION, attributes: { status: 'new' } }],
			});
		expect(
			await pick('searchApplications', {
				parameters: {
					resource: 'application',
					operation: 'get',
					applicationId: { __rl: true, mode: 'list', value: '' },
					vacancyOfList: byId(VACANCY),
				},
			}),
		).toEqual([{ name: 'Ada Example, new', value: APPLICATION }]);
	});

	it('require a vacancy to show applications', async () => {
		await expect(pick('searchApplications')).rejects.toThrow('Choose the vacancy first');
	});

	it('show rejection reasons', async () => {
		harver()
			.get(`/accounts/${ACCOUNT}/rejectionReasons`)
			.reply(200, {
				data: [{ type: 'rejection-reasons', id: 'r1', attributes: { name: 'No licence' } }],
			});
		expect(await pick('searchRejectionReasons')).toEqual([{ name: 'No licence', value: 'r1' }]);
	});

	it('show the notes of the application', async () => {
		harver()
			.get(`/applications/${APPLICATION}/notes`)
			.reply(200, { data: [{ id: NOTE, attributes: { body: 'x'.repeat(100) } }] });
		expect(
			await pick('searchNotes', {
				parameters: { resource: 'note', operation: 'delete', applicationId: byId(APPLICATION) },
			}),
		).toEqual([{ name: 'x'.repeat(80), value: NOTE }]);
	});

	it.each(['', '={{ $json.id }}'])('require an application to show notes, not "%s"', async (id) => {
		await expect(
			pick('searchNotes', {
				parameters: { resource: 'note', operation: 'delete', applicationId: byId(id) },
			}),
		).rejects.toThrow('Choose the application first');
	});
});
