import { APPLICATION, CANDIDATE, VACANCY, byId, expectsExactlyThis, harver, run } from '../wire';

expectsExactlyThis();

const list = {
	resource: 'vacancy',
	operation: 'getCandidates',
	vacancyId: byId(VACANCY),
	returnAll: true,
};
const path = `/vacancies/${VACANCY}/candidates`;
const answer = {
	data: [
		{
			type: 'candidates',
			id: CANDIDATE,
			attributes: {
				emailAddress: 'ada@example.org',
				fullName: 'Ada Example',
				firstName: 'Ada',
				lastName: 'Example',
				language: 'ENG',
				registeredAt: 1_760_000_000,
			},
			relationships: { application: { data: { type: 'applications', id: APPLICATION } } },
		},
	],
	included: [
		{ type: 'applications', id: 'of-somebody-else', attributes: { status: 'rejected' } },
		{
			type: 'applications',
			id: APPLICATION,
			attributes: {
				appliedAt: 1_760_000_000,
				status: 'new',
				matchingScore: 82,
				statusUpdatedAt: 1_760_003_600,
				locations: [],
			},
		},
	],
};

describe('Vacancy > Get Candidates', () => {
	it('joins each candidate with their application', async () => {
		harver().get(path).query({ 'filter[status]': 'new' }).reply(200, answer);
		expect((await run(list)).json).toEqual([
			{
				vacancyId: VACANCY,
				candidate: {
					id: CANDIDATE,
					firstName: 'Ada',
					lastName: 'Example',
					fullName: 'Ada Example',
					email: 'ada@example.org',
					language: 'ENG',
					registeredAt: '2025-10-09T08:53:20.000Z',
				},
				application: {
					id: APPLICATION,
					status: 'new',
					completed: true,
					matchingScore: 82,
					appliedAt: '2025-10-09T08:53:20.000Z',
					statusUpdatedAt: '2025-10-09T09:53:20.000Z',
					locations: [],
				},
			},
		]);
	});

	it.each([
		['a date with a time zone', '2026-03-31T09:00:00+02:00', '1774940400'],
		['a date from the date picker, in the time zone of n8n', '2026-03-31T09:00:00', '1774962000'],
		['Unix seconds', 1_774_940_400, '1774940400'],
		['Unix seconds as text', '1774940400', '1774940400'],
		['Unix milliseconds', 1_774_940_400_999, '1774940400'],
		['Unix milliseconds as text', ' 1774940400999 ', '1774940400'],
		['a JavaScript date', '={{ new Date(1774940400000) }}', '1774940400'],
		['a DateTime', '={{ DateTime.fromSeconds(1774940400) }}', '1774940400'],
		['the text of a DateTime', '={{ DateTime.fromSeconds(1774940400).toISO() }}', '1774940400'],
	])('filters by %s in seconds', async (_what, since, seconds) => {
		harver()
			.get(path)
			.query({ 'filter[status-updated-at][since]': seconds })
			.reply(200, { data: [], included: [] });
		expect((await run({ ...list, status: '', since })).json).toEqual([]);
	});

	it('sends all filters', async () => {
		harver()
			.get(path)
			.query({
				'filter[status]': 'hired',
				'filter[status-updated-at][until]': '1774940400',
				'filter[locations]': 'l1,l2',
				'filter[region]': 'r',
				'filter[external_location_id]': 'e',
				'filter[job_function]': 'j',
			})
			.reply(200, answer);
		const options = {
			locationIds: '["l1","l2"]',
			regionId: 'r',
			externalLocationId: 'e',
			jobFunctionId: 'j',
		};
		await run({ ...list, status: 'hired', until: '2026-03-31T07:00:00Z', options });
	});

	it('rejects text that is not a date', async () => {
		const { error } = await run({ ...list, since: 'yesterday' });
		expect(error?.message).toBe('"Status Changed Since" is not a date');
	});

	it('returns only applications that state the status asked for, or none, when Harver ignores the filter', async () => {
		const ids = ['new', 'in-progress', undefined].map((status, index) => ({
			status,
			id: `a${index.toString()}`,
		}));
		harver()
			.get(path)
			.query({ 'filter[status]': 'new' })
			.reply(200, {
				data: ids.map(({ id }) => ({
					id: `candidate of ${id}`,
					relationships: { application: { data: { id } } },
				})),
				included: ids.map(({ id, status }) => ({
					type: 'applications',
					id,
					attributes: { status },
				})),
			});
		expect((await run(list)).json).toMatchObject([
			{ application: { id: 'a0', status: 'new' } },
			{ application: { id: 'a2', status: null } },
		]);
	});

	it('returns a whole percentage and names on one line', async () => {
		harver()
			.get(path)
			.query({ 'filter[status]': 'new' })
			.reply(200, {
				data: [
					{
						id: CANDIDATE,
						attributes: { firstName: 'Ada\u0000', lastName: 'Exa\r\nmple' },
						relationships: { application: { data: { id: APPLICATION } } },
					},
				],
				included: [
					{
						type: 'applications',
						id: APPLICATION,
						attributes: { status: 'new', matchingScore: '69.6' },
					},
				],
			});
		expect((await run(list)).json).toMatchObject([
			{
				candidate: { firstName: 'Ada', lastName: 'Exa mple', fullName: 'Ada Exa mple' },
				application: { matchingScore: 70 },
			},
		]);
	});
});
