import { byId, expectEverythingAsked, leverApi, runLever, watched } from '../runLever';

const get = {
	resource: 'note',
	operation: 'get',
	opportunityId: byId('opportunity-1'),
	noteId: byId('note-1'),
};

afterEach(expectEverythingAsked);

it('returns the note with its opportunity', async () => {
	leverApi()
		.get('/v1/opportunities/opportunity-1/notes/note-1')
		.reply(200, { data: { id: 'note-1', text: 'Note' } });
	expect((await runLever(get)).json).toEqual([
		{ id: 'note-1', text: 'Note', opportunityId: 'opportunity-1' },
	]);
});

it('encodes IDs in the path', async () => {
	const lever = leverApi()
		.get(/./u)
		.reply(200, { data: { id: 'note-1' } });
	const asked = watched(lever);
	await runLever({ ...get, opportunityId: byId('a/../b'), noteId: byId('c?d') });
	expect(asked).toMatchObject([
		{ method: 'GET', path: '/v1/opportunities/a%2F..%2Fb/notes/c%3Fd', body: '' },
	]);
});

it('names the missing note', async () => {
	leverApi()
		.get('/v1/opportunities/opportunity-1/notes/note-1')
		.reply(404, { code: 'ResourceNotFound', message: 'notes note-1 was not found' });
	const { error } = await runLever(get);
	expect(error).toMatchObject({
		message:
			'Lever refused to read the note note-1 of the opportunity opportunity-1: notes note-1 was not found',
		httpCode: '404',
	});
});

it('requires a note when the expression returns none', async () => {
	expect((await runLever({ ...get, noteId: byId('={{ $json.note }}') })).error).toMatchObject({
		message: 'No note was provided',
		context: { itemIndex: 0 },
	});
});
