import { byId, expectEverythingAsked, leverApi, runLever } from '../runLever';

const getMany = {
	resource: 'feedback',
	operation: 'getMany',
	opportunityId: byId('opportunity-1'),
};
const FEEDBACK = '/v1/opportunities/opportunity-1/feedback';

afterEach(expectEverythingAsked);

it('returns one item per form', async () => {
	leverApi()
		.get(`${FEEDBACK}?limit=50`)
		.reply(200, { data: [{ id: 'feedback-1' }, { id: 'feedback-2' }], hasNext: false });
	expect((await runLever(getMany)).outputs[0]).toMatchObject([
		{ json: { id: 'feedback-1', opportunityId: 'opportunity-1' }, pairedItem: { item: 0 } },
		{ json: { id: 'feedback-2', opportunityId: 'opportunity-1' }, pairedItem: { item: 0 } },
	]);
});

it('returns all pages', async () => {
	const lever = leverApi();
	lever
		.get(`${FEEDBACK}?limit=100`)
		.reply(200, { data: [{ id: 'feedback-1' }], hasNext: true, next: 'more' });
	lever
		.get(`${FEEDBACK}?limit=100&offset=more`)
		.reply(200, { data: [{ id: 'feedback-2' }], hasNext: false });
	expect((await runLever({ ...getMany, returnAll: true })).json.map(({ id }) => id)).toEqual([
		'feedback-1',
		'feedback-2',
	]);
});

it('reports that the key lacks the permission', async () => {
	leverApi().get(`${FEEDBACK}?limit=50`).reply(403, { code: 'Forbidden', message: 'no' });
	expect((await runLever(getMany)).error).toMatchObject({
		message: 'Lever refused to read the feedback of the opportunity opportunity-1: no',
		httpCode: '403',
	});
});
