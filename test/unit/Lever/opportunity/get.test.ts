import { byId, expectEveryRequest, lever, opportunity } from './lever';

expectEveryRequest();

const ada = {
	id: 'o1',
	name: 'Ada Example',
	tags: ['Engineering'],
	applications: [{ id: 'a1', posting: 'p/1' }],
};

describe('getting an opportunity', () => {
	it('returns it unchanged', async () => {
		lever().get('/v1/opportunities/o1').reply(200, { data: ada });
		expect((await opportunity('get', { opportunityId: byId('o1') })).json).toEqual([ada]);
	});

	it('repeats the key for each detail and encodes the ID', async () => {
		lever()
			.get('/v1/opportunities/o%2F1?expand=applications&expand=stage')
			.reply(200, { data: ada });
		expect(
			(await opportunity('get', { opportunityId: byId('o/1'), expand: ['applications', 'stage'] }))
				.json,
		).toEqual([ada]);
	});

	it('adds the posting of the application if set to', async () => {
		lever().get('/v1/opportunities/o1?expand=applications').reply(200, { data: ada });
		lever()
			.get('/v1/postings/p%2F1')
			.reply(200, { data: { id: 'p/1', tags: ['Harver Vacancy: Sales'] } });
		const { json } = await opportunity('get', {
			opportunityId: byId('o1'),
			expand: ['applications'],
			includePosting: 'always',
		});
		expect(json).toEqual([{ ...ada, posting: { id: 'p/1', tags: ['Harver Vacancy: Sales'] } }]);
	});

	it.each([
		['no tag matches, so the posting is read', ['Engineering'], true],
		['a tag matches, so it is not', ['harver vacancy: Sales'], false],
	])('reads the posting only when required: %s', async (_, tags, reads) => {
		lever()
			.get('/v1/opportunities/o1?expand=applications')
			.reply(200, { data: { ...ada, tags } });
		if (reads)
			lever()
				.get('/v1/postings/p%2F1')
				.reply(200, { data: { id: 'p/1' } });
		const { json } = await opportunity('get', {
			opportunityId: byId('o1'),
			expand: ['applications'],
			includePosting: 'unlessTagMatches',
			postingTagPattern: 'Harver Vacancy: *',
		});
		expect(json).toEqual([{ ...ada, tags, ...(reads ? { posting: { id: 'p/1' } } : {}) }]);
	});

	it('names the missing opportunity and the item', async () => {
		lever()
			.get('/v1/opportunities/o1')
			.reply(404, { code: 'ResourceNotFound', message: 'opportunities o1 was not found' });
		const { error } = await opportunity('get', { opportunityId: byId('o1') });
		expect(error?.message).toBe(
			'Lever refused to read the opportunity o1: opportunities o1 was not found',
		);
		expect(error?.context?.itemIndex).toBe(0);
	});
});
