import { expectEveryRequest, lever, opportunity } from './lever';

expectEveryRequest();

const records = (from: number, count: number): { id: string }[] =>
	Array.from({ length: count }, (_, index) => ({ id: `o${(from + index).toString()}` }));

describe('getting many opportunities', () => {
	it('returns one item per opportunity, up to the limit', async () => {
		lever()
			.get('/v1/opportunities?limit=2')
			.reply(200, { data: records(1, 2), hasNext: true, next: 'more' });
		const { outputs } = await opportunity('getMany', { limit: 2 });
		expect(outputs[0]).toEqual([
			{ json: { id: 'o1' }, pairedItem: { item: 0 } },
			{ json: { id: 'o2' }, pairedItem: { item: 0 } },
		]);
	});

	it('passes the page token on unchanged and stops at the limit', async () => {
		const token = '%5B3%2C1491435120000%2C%22x%22%5D';
		lever()
			.get('/v1/opportunities?limit=100')
			.reply(200, { data: records(1, 100), hasNext: true, next: token });
		lever()
			.get(`/v1/opportunities?limit=100&offset=${encodeURIComponent(token)}`)
			.reply(200, { data: records(101, 100), hasNext: true, next: 'more' });
		const { json } = await opportunity('getMany', { limit: 120 });
		expect(json).toHaveLength(120);
		expect(json[119]).toEqual({ id: 'o120' });
	});

	it('returns all pages for every incoming item', async () => {
		lever()
			.get('/v1/opportunities?tag=A&limit=100')
			.reply(200, { data: records(1, 100), hasNext: true, next: 'more' });
		lever()
			.get('/v1/opportunities?tag=A&limit=100&offset=more')
			.reply(200, { data: records(101, 1), hasNext: false });
		lever().get('/v1/opportunities?tag=B&limit=100').reply(200, { data: [] });
		const { outputs } = await opportunity(
			'getMany',
			{ returnAll: true, filters: { tags: '={{ [$json.tag] }}' } },
			{ items: [{ json: { tag: 'A' } }, { json: { tag: 'B' } }] },
		);
		expect(outputs[0]).toHaveLength(101);
		expect(outputs[0]?.every(({ pairedItem }) => JSON.stringify(pairedItem) === '{"item":0}')).toBe(
			true,
		);
	});

	it("sends every filter under Lever's name for it and repeats the keys of lists", async () => {
		const query = [
			'advanced_at_start=1767258000000&advanced_at_end=1767258000001&archived=false&archived_at_start=1767258000000&archived_at_end=1767258000000',
			'archived_posting_id=p3&archive_reason_id=r1&archive_reason_id=r2&confidentiality=all&contact_id=c1&contact_id=c2&created_at_start=1767258000000&created_at_end=1767258000000',
			'email=ada%2Bx%40example.org&location=San%20Francisco%2C%20CA&location=unspecified&origin=applied&origin=sourced&posting_id=p1&posting_id=p2',
			'snoozed=true&source=Job%20fair%2C%20Berlin&stage_id=lead-new&stage_id=s%2F2&tag=Full-time&tag=R%26D%2C%20all&updated_at_start=1767258000000&updated_at_end=1767258000000',
			'expand=stage&expand=owner&limit=50',
		].join('&');
		lever().get(`/v1/opportunities?${query}`).reply(200, { data: [] });
		const filters = {
			advancedAfter: '2026-01-01T09:00:00.000Z',
			advancedBefore: '2026-01-01T10:00:00.001+01:00',
			archived: false,
			archivedAfter: '={{ 1767258000 }}',
			archivedBefore: '1767258000',
			archivedPostings: ['p3'],
			archiveReasons: ['r1', 'r2'],
			confidentiality: 'all',
			contacts: 'c1, c2',
			createdAfter: '={{ DateTime.fromMillis(1767258000000) }}',
			createdBefore: '={{ 1767258000000 }}',
			email: 'ada+x@example.org',
			locations: ['San Francisco, CA', 'unspecified'],
			origins: ['applied', 'sourced'],
			postings: ['p1', 'p2'],
			snoozed: true,
			sources: '={{ "Job fair, Berlin" }}',
			stages: ['lead-new', 's/2'],
			tags: ['Full-time', 'R&D, all'],
			updatedAfter: '1767258000000',
			updatedBefore: '={{ new Date(1767258000000) }}',
		};
		const { error } = await opportunity('getMany', { filters, expand: ['stage', 'owner'] });
		expect(error).toBeUndefined();
	});

	it('reads dates without a time zone in the time zone of the workflow', async () => {
		lever()
			.get(`/v1/opportunities?created_at_start=${String(Date.UTC(2026, 0, 1, 5))}&limit=50`)
			.reply(200, { data: [] });
		const filters = { createdAfter: '2026-01-01T00:00:00' };
		expect((await opportunity('getMany', { filters })).error).toBeUndefined();
	});

	it.each([
		[{ email: '={{ $json.nothing }}' }, 'Email'],
		[{ tags: [] }, 'Tag Names or IDs'],
		[{ archiveReasons: ' , ' }, 'Archive Reason Names or IDs'],
		[{ archived: 'perhaps' }, 'Archived'],
		[{ updatedAfter: '' }, 'Updated After'],
	])(
		'requests nothing, rather than all candidates, when a filter is empty: %j',
		async (filters, name) => {
			const { error } = await opportunity('getMany', { filters }, { items: [{ json: {} }] });
			expect(error?.message).toBe(`The filter "${name}" is empty`);
			expect(error?.description).toContain('remove the filter');
			expect(error?.context?.itemIndex).toBe(0);
		},
	);

	it('requests nothing when a date is not one', async () => {
		const { error } = await opportunity('getMany', { filters: { createdBefore: 'soon' } });
		expect(error?.message).toBe('"Created Before" is not a date');
	});

	it('continues with the other items when one fails, if the node is set to', async () => {
		lever()
			.get('/v1/opportunities?email=b%40example.org&limit=50')
			.reply(200, { data: records(1, 1) });
		const { outputs } = await opportunity(
			'getMany',
			{ filters: { email: '={{ $json.email }}' } },
			{ items: [{ json: {} }, { json: { email: 'b@example.org' } }], continueOnFail: true },
		);
		expect(outputs[0]).toEqual([
			expect.objectContaining({ pairedItem: { item: 0 } }),
			{ json: { id: 'o1' }, pairedItem: { item: 1 } },
		]);
		expect(outputs[0]?.[0]?.json.error).toContain('The filter "Email"');
	});

	it("reports Lever's rejection", async () => {
		lever()
			.get('/v1/opportunities?confidentiality=all&limit=50')
			.reply(403, { code: 'Forbidden', message: 'no access to confidential data' });
		const { error } = await opportunity('getMany', { filters: { confidentiality: 'all' } });
		expect(error?.message).toBe(
			'Lever refused to list the opportunities: no access to confidential data',
		);
	});
});
