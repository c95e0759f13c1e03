import { VACANCY, byId, expectsExactlyThis, harver, run } from '../wire';

expectsExactlyThis();

const get = { resource: 'vacancy', operation: 'get', vacancyId: byId(VACANCY) };
const attributes = {
	name: 'Sales',
	title: ['Sales Agent'],
	description: [],
	location: 'Utrecht',
	createdAt: 1_760_000_000,
	applicationUrl: 'https://apply.example.org/1',
};

describe('Vacancy > Get', () => {
	it('sends the request again when Harver answers without the vacancy', async () => {
		const api = harver();
		for (const data of [
			null,
			{ type: 'vacancies' },
			{ id: VACANCY, attributes: { name: 'Sales' } },
		])
			api
				.get(`/vacancies/${VACANCY}`)
				.query({ 'filter[skip_aggregation]': 'true' })
				.reply(200, { data });
		expect((await run(get)).json).toMatchObject([{ id: VACANCY, name: 'Sales' }]);
	});

	it('returns a vacancy without the slow count of candidates', async () => {
		harver()
			.get(`/vacancies/${VACANCY}`)
			.query({ 'filter[skip_aggregation]': 'true' })
			.reply(200, {
				data: {
					type: 'vacancies',
					id: VACANCY,
					attributes,
					meta: { status: 'open' },
					relationships: { locations: { data: [{ type: 'locations', id: 'l1' }] } },
				},
			});
		const { json } = await run(get);
		expect(json).toEqual([
			{
				id: VACANCY,
				...attributes,
				status: 'open',
				createdAt: '2025-10-09T08:53:20.000Z',
				locations: [{ type: 'locations', id: 'l1' }],
			},
		]);
	});

	it('counts candidates and includes locations if chosen', async () => {
		const included = [{ type: 'locations', id: 'l1', attributes: { name: 'Utrecht' } }];
		harver()
			.get(`/vacancies/${VACANCY}`)
			.query({ 'filter[skip_aggregation]': 'false', include: 'locations,regions' })
			.reply(200, {
				data: {
					id: VACANCY,
					attributes: { title: 'Sales Agent' },
					meta: { 'candidates-per-status': { new: 3 } },
				},
				included,
			});
		const { json } = await run({
			...get,
			options: { countCandidates: true, includes: ['locations', 'regions'] },
		});
		expect(json).toEqual([
			{
				id: VACANCY,
				name: 'Sales Agent',
				title: 'Sales Agent',
				status: null,
				createdAt: null,
				candidatesPerStatus: { new: 3 },
				included,
			},
		]);
	});
});
