import { expectEverythingAsked, leverApi, runLever } from '../runLever';

const getMany = { resource: 'feedbackTemplate', operation: 'getMany' };

afterEach(expectEverythingAsked);

it('gives one item for each, up to the limit', async () => {
	leverApi()
		.get('/v1/feedback_templates?limit=2')
		.reply(200, {
			data: [
				{ id: 'template-1', text: 'Phone screen', fields: [] },
				{ id: 'template-2', text: 'On-site', fields: [] },
			],
			hasNext: true,
			next: 'more',
		});
	const { outputs } = await runLever({ ...getMany, limit: 2 });
	expect(outputs[0]).toMatchObject([
		{ json: { id: 'template-1', text: 'Phone screen', fields: [] }, pairedItem: { item: 0 } },
		{ json: { id: 'template-2', text: 'On-site', fields: [] }, pairedItem: { item: 0 } },
	]);
});

it('gives all of them, page by page', async () => {
	const lever = leverApi();
	lever.get('/v1/feedback_templates?limit=100').reply(200, {
		data: [{ id: 'template-1', text: 'Phone screen', fields: [] }],
		hasNext: true,
		next: '%5B1%5D',
	});
	lever
		.get('/v1/feedback_templates?limit=100&offset=%255B1%255D')
		.reply(200, { data: [{ id: 'template-2', text: 'On-site', fields: [] }], hasNext: false });
	expect((await runLever({ ...getMany, returnAll: true })).json).toEqual([
		{ id: 'template-1', text: 'Phone screen', fields: [] },
		{ id: 'template-2', text: 'On-site', fields: [] },
	]);
});

it('gives the failure as an item when the workflow is to go on', async () => {
	const lever = leverApi();
	lever.get('/v1/feedback_templates?limit=50').reply(403, { code: 'Forbidden', message: 'no' });
	lever
		.get('/v1/feedback_templates?limit=50')
		.reply(200, { data: [{ id: 'template-1', text: 'Phone screen', fields: [] }] });
	const { outputs } = await runLever(getMany, {
		items: [{ json: {} }, { json: {} }],
		continueOnFail: true,
	});
	expect(outputs[0]).toMatchObject([
		{
			json: { error: 'Lever refused to list the feedback templates: no' },
			pairedItem: { item: 0 },
		},
		{ json: { id: 'template-1', text: 'Phone screen', fields: [] }, pairedItem: { item: 1 } },
	]);
});
