import { expectEverythingAsked, leverApi, runLever } from '../runLever';

const getMany = { resource: 'stage', operation: 'getMany' };

afterEach(expectEverythingAsked);

it('gives one item for each, up to the limit', async () => {
	leverApi()
		.get('/v1/stages?limit=2')
		.reply(200, {
			data: [
				{ id: 'applicant-new', text: 'New applicant' },
				{ id: 'offer', text: 'Offer' },
			],
			hasNext: true,
			next: 'more',
		});
	const { outputs } = await runLever({ ...getMany, limit: 2 });
	expect(outputs[0]).toMatchObject([
		{ json: { id: 'applicant-new', text: 'New applicant' }, pairedItem: { item: 0 } },
		{ json: { id: 'offer', text: 'Offer' }, pairedItem: { item: 0 } },
	]);
});

it('gives all of them, page by page', async () => {
	const lever = leverApi();
	lever.get('/v1/stages?limit=100').reply(200, {
		data: [{ id: 'applicant-new', text: 'New applicant' }],
		hasNext: true,
		next: '%5B1%5D',
	});
	lever
		.get('/v1/stages?limit=100&offset=%255B1%255D')
		.reply(200, { data: [{ id: 'offer', text: 'Offer' }], hasNext: false });
	expect((await runLever({ ...getMany, returnAll: true })).json).toEqual([
		{ id: 'applicant-new', text: 'New applicant' },
		{ id: 'offer', text: 'Offer' },
	]);
});

it('gives the failure as an item when the workflow is to go on', async () => {
	const lever = leverApi();
	lever.get('/v1/stages?limit=50').reply(403, { code: 'Forbidden', message: 'no' });
	lever
		.get('/v1/stages?limit=50')
		.reply(200, { data: [{ id: 'applicant-new', text: 'New applicant' }] });
	const { outputs } = await runLever(getMany, {
		items: [{ json: {} }, { json: {} }],
		continueOnFail: true,
	});
	expect(outputs[0]).toMatchObject([
		{ json: { error: 'Lever refused to list the stages: no' }, pairedItem: { item: 0 } },
		{ json: { id: 'applicant-new', text: 'New applicant' }, pairedItem: { item: 1 } },
	]);
});
