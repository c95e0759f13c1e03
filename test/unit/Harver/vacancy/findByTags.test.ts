import { byId, expectsExactlyThis, harver, run } from '../wire';

expectsExactlyThis();

const find = { resource: 'vacancy', operation: 'findByTags' };
const vacancy = (id: string, name: string) => ({ type: 'vacancies', id, attributes: { name } });
/** Each story has an account of its own: the node remembers open vacancies for two minutes. */
let stories = 0;

function givenVacancies({
	open = [],
	closed,
	draft,
}: {
	open?: [string, string][];
	closed?: [string, string][];
	draft?: [string, string][];
}): string {
	stories += 1;
	const accountId = `account-${stories.toString()}`;
	const api = harver();
	for (const [status, records] of Object.entries({ open, closed, draft })) {
		if (!records) continue;
		api
			.get(`/accounts/${accountId}/vacancies`)
			.query({ 'filter[status]': status, 'filter[skip_aggregation]': 'true' })
			.reply(200, { data: records.map(([id, name]) => vacancy(id, name)) });
	}
	return accountId;
}

describe('Vacancy > Find by Tags', () => {
	it('finds the open vacancy that a tag names, whatever the case', async () => {
		const accountId = givenVacancies({
			open: [
				['v1', 'Customer Support Agent'],
				['v2', 'Warehouse Associate'],
			],
		});
		const { json } = await run(
			{ ...find, accountId: byId(accountId) },
			{ items: [{ json: { tags: ['Berlin', 'harver vacancy: customer  support agent'] } }] },
		);
		expect(json).toEqual([
			{
				found: true,
				vacancyReference: 'customer support agent',
				vacancy: { id: 'v1', name: 'Customer Support Agent' },
				explanation: 'The Harver vacancy "Customer Support Agent" is open.',
			},
		]);
	});

	it('distinguishes a closed vacancy, a draft, two with one name and none', async () => {
		const accountId = givenVacancies({
			open: [
				['v1', 'Twice'],
				['v2', 'Twice'],
			],
			closed: [['v3', 'Closed']],
			draft: [['v4', 'Draft']],
		});
		const { json } = await run({
			...find,
			tags: 'Job: Twice, Job: Closed, Job: Draft, Job: Nowhere',
			tagPattern: 'Job: *',
			accountId: byId(accountId),
		});
		expect(
			json.map(({ found, vacancyReference, reason, vacancy: named }) => [
				found,
				vacancyReference,
				reason,
				named,
			]),
		).toEqual([
			[false, 'Twice', 'vacancyAmbiguous', null],
			[false, 'Closed', 'vacancyClosed', { id: 'v3', name: 'Closed' }],
			[false, 'Draft', 'vacancyDraft', { id: 'v4', name: 'Draft' }],
			[false, 'Nowhere', 'vacancyNotFound', null],
		]);
		expect(json[1]?.explanation).toBe('The Harver vacancy "Closed" is closed.');
	});

	it('sends no request when no tag names a vacancy', async () => {
		expect((await run(find, { items: [{ json: { tags: ['Berlin'] } }] })).json).toEqual([
			{
				found: false,
				vacancyReference: null,
				vacancy: null,
				reason: 'noVacancyTag',
				explanation: expect.stringContaining('No tag on the candidate or the posting') as string,
			},
		]);
	});
});
