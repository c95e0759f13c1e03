import { expectEverythingAsked, leverApi, runLever } from './runLever';

afterEach(expectEverythingAsked);

describe.each([
	['source', 'sources', 'sources', { text: 'Referral', count: 3 }, { text: 'LinkedIn', count: 1 }],
	['tag', 'tags', 'tags', { text: 'Full-time', count: 3 }, { text: 'Sales', count: 1 }],
	['stage', 'stages', 'stages', { id: 'offer', text: 'Offer' }, { id: 'lead-new', text: 'Lead' }],
	[
		'feedbackTemplate',
		'feedback_templates',
		'feedback templates',
		{ id: 'template-1', text: 'Phone screen', fields: [] },
		{ id: 'template-2', text: 'On-site', fields: [] },
	],
])('%s: Get Many', (resource, path, name, first, second) => {
	const getMany = { resource, operation: 'getMany' };

	it('returns one item per record, up to the limit', async () => {
		leverApi()
			.get(`/v1/${path}?limit=2`)
			.reply(200, { data: [first, second], hasNext: true, next: 'more' });
		const { outputs } = await runLever({ ...getMany, limit: 2 });
		expect(outputs[0]).toMatchObject([
			{ json: first, pairedItem: { item: 0 } },
			{ json: second, pairedItem: { item: 0 } },
		]);
	});

	it('returns all pages', async () => {
		const lever = leverApi();
		lever
			.get(`/v1/${path}?limit=100`)
			.reply(200, { data: [first], hasNext: true, next: '%5B1%5D' });
		lever
			.get(`/v1/${path}?limit=100&offset=%255B1%255D`)
			.reply(200, { data: [second], hasNext: false });
		expect((await runLever({ ...getMany, returnAll: true })).json).toEqual([first, second]);
	});

	it('returns a failure as an item and continues, if the node is set to', async () => {
		const lever = leverApi();
		lever.get(`/v1/${path}?limit=50`).reply(403, { code: 'Forbidden', message: 'no' });
		lever.get(`/v1/${path}?limit=50`).reply(200, { data: [first] });
		const { outputs } = await runLever(getMany, {
			items: [{ json: {} }, { json: {} }],
			continueOnFail: true,
		});
		expect(outputs[0]).toMatchObject([
			{ json: { error: `Lever refused to list the ${name}: no` }, pairedItem: { item: 0 } },
			{ json: first, pairedItem: { item: 1 } },
		]);
	});
});
