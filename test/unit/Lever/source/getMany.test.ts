import { expectEverythingAsked, leverApi, runLever } from '../runLever';

const getMany = { resource: 'source', operation: 'getMany' };

afterEach(expectEverythingAsked);

it('gives one item for each, up to the limit', async () => {
	leverApi()
		.get('/v1/sources?limit=2')
		.reply(200, {
			data: [
				{ text: 'Referral', count: 3 },
				{ text: 'LinkedIn', count: 1 },
			],
			hasNext: true,
			next: 'more',
		});
	const { outputs } = await runLever({ ...getMany, limit: 2 });
	expect(outputs[0]).toMatchObject([
		{ json: { text: 'Referral', count: 3 }, pairedItem: { item: 0 } },
		{ json: { text: 'LinkedIn', count: 1 }, pairedItem: { item: 0 } },
	]);
});

it('gives all of them, page by page', async () => {
	const lever = leverApi();
	lever
		.get('/v1/sources?limit=100')
		.reply(200, { data: [{ text: 'Referral', count: 3 }], hasNext: true, next: '%5B1%5D' });
	lever
		.get('/v1/sources?limit=100&offset=%255B1%255D')
		.reply(200, { data: [{ text: 'LinkedIn', count: 1 }], hasNext: false });
	expect((await runLever({ ...getMany, returnAll: true })).json).toEqual([
		{ text: 'Referral', count: 3 },
		{ text: 'LinkedIn', count: 1 },
	]);
});

it('gives the failure as an item when the workflow is to go on', async () => {
	const lever = leverApi();
	lever.get('/v1/sources?limit=50').reply(403, { code: 'Forbidden', message: 'no' });
	lever.get('/v1/sources?limit=50').reply(200, { data: [{ text: 'Referral', count: 3 }] });
	const { outputs } = await runLever(getMany, {
		items: [{ json: {} }, { json: {} }],
		continueOnFail: true,
	});
	expect(outputs[0]).toMatchObject([
		{ json: { error: 'Lever refused to list the sources: no' }, pairedItem: { item: 0 } },
		{ json: { text: 'Referral', count: 3 }, pairedItem: { item: 1 } },
	]);
});
