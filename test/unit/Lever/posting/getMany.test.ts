import { expectEverythingAsked, leverApi, runLever, watched } from '../runLever';

const getMany = { resource: 'posting', operation: 'getMany' };
const answer = {
	data: [
		{ id: 'posting-1', text: 'Data Engineer' },
		{ id: 'posting-2', text: 'Support Agent' },
	],
	hasNext: false,
};

afterEach(expectEverythingAsked);

it('returns one item per posting', async () => {
	leverApi().get('/v1/postings?limit=50').reply(200, answer);
	expect((await runLever(getMany)).outputs[0]).toMatchObject([
		{ json: { id: 'posting-1' }, pairedItem: { item: 0 } },
		{ json: { id: 'posting-2' }, pairedItem: { item: 0 } },
	]);
});

it('sends every filter and repeats those with several values', async () => {
	const asked = watched(
		leverApi()
			.get(/postings/u)
			.reply(200, answer),
	);
	await runLever({
		...getMany,
		limit: 7,
		filters: {
			commitment: ['Full-time'],
			confidentiality: 'all',
			department: ['Engineering'],
			distributionChannel: ['internal', 'public'],
			group: 'team',
			level: ['Senior'],
			location: ['San Francisco, CA', 'Berlin'],
			state: 'published',
			tag: ['Harver Vacancy: Sales', 'kickoff'],
			team: ['Platform'],
		},
		options: { include: ['content', 'followers'], expand: ['owner', 'user'] },
	});
	const [path, query = ''] = asked[0]?.path.split('?') ?? [];
	expect(path).toBe('/v1/postings');
	expect([...new URLSearchParams(query)]).toEqual([
		['confidentiality', 'all'],
		['state', 'published'],
		['group', 'team'],
		['distributionChannel', 'internal'],
		['distributionChannel', 'public'],
		['team', 'Platform'],
		['department', 'Engineering'],
		['location', 'San Francisco, CA'],
		['location', 'Berlin'],
		['commitment', 'Full-time'],
		['level', 'Senior'],
		['tag', 'Harver Vacancy: Sales'],
		['tag', 'kickoff'],
		['include', 'content'],
		['include', 'followers'],
		['expand', 'owner'],
		['expand', 'user'],
		['limit', '7'],
	]);
});

it('sends the dates in milliseconds, with confidentiality', async () => {
	const asked = watched(
		leverApi()
			.get(/postings/u)
			.reply(200, answer),
	);
	await runLever({
		...getMany,
		filters: {
			confidentiality: 'confidential',
			updatedAfter: '2026-03-31T09:00:00Z',
			updatedBefore: '2026-04-01T09:00:00Z',
		},
	});
	expect(asked[0]?.path).toBe(
		`/v1/postings?confidentiality=confidential&updated_at_start=${String(Date.UTC(2026, 2, 31, 9))}&updated_at_end=${String(Date.UTC(2026, 3, 1, 9))}&limit=50`,
	);
});

it("names filters that Lever can't combine and sends nothing", async () => {
	const { error } = await runLever({
		...getMany,
		filters: { updatedAfter: '2026-03-31T09:00:00Z', state: 'published', tag: ['kickoff'] },
	});
	expect(error).toMatchObject({
		name: 'NodeOperationError',
		message: `Lever can't combine "Updated After" and "Updated Before" with "State", "Tag"`,
		context: { itemIndex: 0 },
	});
	expect(error?.description).toContain('Only "Confidentiality" can be combined with a date');
});

it('returns a failure as an item and continues, if the node is set to', async () => {
	const lever = leverApi();
	lever
		.get('/v1/postings?state=draft&limit=50')
		.reply(400, { code: 'BadRequest', message: 'state' });
	lever.get('/v1/postings?state=closed&limit=50').reply(200, { data: [{ id: 'posting-1' }] });
	const { outputs } = await runLever(
		{ ...getMany, filters: { state: '={{ $json.state }}' } },
		{ items: [{ json: { state: 'draft' } }, { json: { state: 'closed' } }], continueOnFail: true },
	);
	expect(outputs[0]).toMatchObject([
		{ json: { error: 'Lever refused to list the postings: state' }, pairedItem: { item: 0 } },
		{ json: { id: 'posting-1' }, pairedItem: { item: 1 } },
	]);
});

it.each([
	[{ tag: [''] }, 'Tag'],
	[{ state: '' }, 'State'],
	[{ updatedAfter: '' }, 'Updated After'],
])(
	'requests nothing, rather than all postings, when a filter is empty: %j',
	async (filters, name) => {
		expect((await runLever({ ...getMany, filters })).error).toMatchObject({
			message: `The filter "${name}" is empty`,
			context: { itemIndex: 0 },
		});
	},
);

it('reads lists that an AI agent gives as JSON text', async () => {
	const lever = leverApi()
		.get(
			'/v1/postings?location=San%20Francisco%2C%20CA&location=Berlin&expand=owner&expand=user&limit=50',
		)
		.reply(200, answer);
	await runLever({
		...getMany,
		filters: { location: '={{ \'["San Francisco, CA", "Berlin"]\' }}' },
		options: { expand: '={{ \'["owner", "user"]\' }}' },
	});
	expect(lever.isDone()).toBe(true);
});
