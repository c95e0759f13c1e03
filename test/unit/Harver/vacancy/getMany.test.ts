import { ACCOUNT, byId, expectsExactlyThis, harver, run } from '../wire';

expectsExactlyThis();

const list = { resource: 'vacancy', operation: 'getMany', returnAll: true };
const vacancy = (id: string, more: Record<string, unknown> = {}) => ({
	type: 'vacancies',
	id,
	attributes: { name: `Vacancy ${id}`, createdAt: 1_760_000_000 },
	...more,
});

describe('Vacancy > Get Many', () => {
	it('lists open vacancies', async () => {
		harver()
			.get(`/accounts/${ACCOUNT}/vacancies`)
			.query({ 'filter[status]': 'open', 'filter[skip_aggregation]': 'true' })
			.reply(200, { data: [vacancy('a')], meta: { count: 1 } });
		expect((await run(list)).json).toEqual([
			{ id: 'a', name: 'Vacancy a', status: 'open', createdAt: '2025-10-09T08:53:20.000Z' },
		]);
	});

	it('lists vacancies of every status, without those that state another one', async () => {
		const api = harver();
		for (const status of ['open', 'draft', 'closed']) {
			api
				.get('/accounts/account-2/vacancies')
				.query({ 'filter[status]': status, 'filter[skip_aggregation]': 'true' })
				.reply(200, {
					data: [
						vacancy(status),
						vacancy(`${status}-other`, { meta: { status: status === 'open' ? 'closed' : 'open' } }),
					],
				});
		}
		const { json } = await run({ ...list, statuses: [], accountId: byId('account-2') });
		expect(json.map(({ id, status }) => [id, status])).toEqual([
			['open', 'open'],
			['draft', 'draft'],
			['closed', 'closed'],
		]);
	});

	it('sends filters and language, and stops at the limit', async () => {
		harver()
			.get(`/accounts/${ACCOUNT}/vacancies`)
			.query({
				'filter[status]': 'open',
				'filter[skip_aggregation]': 'false',
				'filter[locations]': 'l1,l2',
				'filter[regions]': 'r1',
				'filter[external_location_id]': '78',
			})
			.matchHeader('accept-language', 'nl')
			.reply(200, { data: [vacancy('a'), vacancy('b')] });
		const options = {
			locationIds: 'l1, l2',
			regionIds: 'r1',
			externalLocationIds: '78',
			language: 'nl',
			countCandidates: true,
		};
		const { json } = await run({
			...list,
			statuses: ['open', 'closed'],
			returnAll: false,
			limit: 2,
			options,
		});
		expect(json.map(({ id }) => id)).toEqual(['a', 'b']);
	});
});
