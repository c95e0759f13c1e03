import { byId, expectEverythingAsked, leverApi, runLever } from '../runLever';

const getMany = { resource: 'note', operation: 'getMany', opportunityId: byId('opportunity-1') };
const NOTES = '/v1/opportunities/opportunity-1/notes';

afterEach(expectEverythingAsked);

it('returns one item per note, up to the limit', async () => {
	leverApi()
		.get(`${NOTES}?limit=2`)
		.reply(200, {
			data: [{ id: 'note-1' }, { id: 'note-2' }, { id: 'note-3' }],
			hasNext: true,
			next: 'more',
		});
	const { outputs } = await runLever({ ...getMany, returnAll: false, limit: 2 });
	expect(outputs[0]).toMatchObject([
		{ json: { id: 'note-1', opportunityId: 'opportunity-1' }, pairedItem: { item: 0 } },
		{ json: { id: 'note-2', opportunityId: 'opportunity-1' }, pairedItem: { item: 0 } },
	]);
	expect(outputs[0]).toHaveLength(2);
});

it('returns all pages', async () => {
	const lever = leverApi();
	lever
		.get(`${NOTES}?limit=100`)
		.reply(200, { data: [{ id: 'note-1' }], hasNext: true, next: '%5B3%2C1%5D' });
	lever
		.get(`${NOTES}?limit=100&offset=%255B3%252C1%255D`)
		.reply(200, { data: [{ id: 'note-2' }], hasNext: false });
	expect((await runLever({ ...getMany, returnAll: true })).json.map(({ id }) => id)).toEqual([
		'note-1',
		'note-2',
	]);
});

it('returns no items when there are no notes', async () => {
	leverApi().get(`${NOTES}?limit=50`).reply(200, { data: [], hasNext: false });
	expect((await runLever(getMany)).json).toEqual([]);
});

it('reports that the key lacks the permission', async () => {
	leverApi().get(`${NOTES}?limit=50`).reply(403, { code: 'Forbidden', message: 'no' });
	const { error } = await runLever(getMany);
	expect(error).toMatchObject({
		message: 'Lever refused to read the notes of the opportunity opportunity-1: no',
		httpCode: '403',
	});
	expect(error?.description).toContain('lacks permission');
});
