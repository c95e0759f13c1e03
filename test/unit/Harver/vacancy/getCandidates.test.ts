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
		['a date with a zone', '2026-03-31T09:00:00+02:00', '1774940400'],
		['a date from the picker, in the time zone of n8n', '2026-03-31T09:00:00', '1774962000'],
		['seconds', 1_774_940_400, '1774940400'],
		['milliseconds', 1_774_940_400_999, '1774940400'],
	])('asks since %s in seconds', async (_what, since, seconds) => {
		harver()
			.get(path)
			.query({ 'filter[status-updated-at][since]': seconds })
			.reply(200, { data: [], included: [] });
		expect((await run({ ...list, status: '', since })).json).toEqual([]);
	});

	it('passes all filters on', async () => {
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
			locationIds: 'l1,l2',
			regionId: 'r',
			externalLocationId: 'e',
			jobFunctionId: 'j',
		};
		await run({ ...list, status: 'hired', until: '2026-03-31T07:00:00Z', options });
	});

	it('refuses what is no date', async () => {
		const { error } = await run({ ...list, since: 'yesterday' });
		expect(error?.message).toBe('"Status Changed Since" is not a date');
	});
});
