import { byId, expectEverythingAsked, leverApi, runLever, watched } from '../runLever';

const deleteNote = {
	resource: 'note',
	operation: 'delete',
	opportunityId: byId('opportunity-1'),
	noteId: byId('note-1'),
};
const NOTES = '/v1/opportunities/opportunity-1/notes';
const MISSING = { code: 'ResourceNotFound', message: 'notes note-1 was not found' };

afterEach(expectEverythingAsked);

it('deletes the note without a user to perform as', async () => {
	const lever = leverApi().delete(`${NOTES}/note-1`).reply(204);
	const asked = watched(lever);
	const { json } = await runLever(deleteNote, { performAs: 'user-1' });
	expect(asked).toMatchObject([{ method: 'DELETE', path: `${NOTES}/note-1` }]);
	expect(json).toEqual([{ id: 'note-1', opportunityId: 'opportunity-1', deleted: true }]);
});

it('succeeds when the note is already gone', async () => {
	const lever = leverApi();
	lever.delete(`${NOTES}/note-1`).reply(404, MISSING);
	lever.get(`${NOTES}?limit=100`).reply(200, { data: [{ id: 'note-2' }], hasNext: false });
	expect((await runLever(deleteNote)).json).toEqual([
		{ id: 'note-1', opportunityId: 'opportunity-1', deleted: true },
	]);
});

it('fails when Lever answers "not found" for a note that exists', async () => {
	const lever = leverApi();
	lever.delete(`${NOTES}/note-1`).twice().reply(404, MISSING);
	lever.get(`${NOTES}?limit=100`).reply(200, { data: [{ id: 'note-1' }], hasNext: false });
	const { error } = await runLever(deleteNote);
	expect(error).toMatchObject({ httpCode: '404' });
	expect(error?.description).toContain('Only notes created through the API can be deleted');
});

it('fails when the opportunity is wrong', async () => {
	const lever = leverApi();
	lever.delete(`${NOTES}/note-1`).reply(404, MISSING);
	lever
		.get(`${NOTES}?limit=100`)
		.reply(404, { code: 'ResourceNotFound', message: 'opportunities opportunity-1 was not found' });
	expect((await runLever(deleteNote)).error).toMatchObject({
		message:
			'Lever refused to read the notes of the opportunity opportunity-1: opportunities opportunity-1 was not found',
	});
});

it('explains that notes that people wrote cannot be deleted', async () => {
	leverApi()
		.delete(`${NOTES}/note-1`)
		.reply(400, { code: 'BadRequest', message: 'cannot be deleted' });
	const { error } = await runLever(deleteNote);
	expect(error).toMatchObject({
		message:
			'Lever refused to delete the note note-1 of the opportunity opportunity-1: cannot be deleted',
		httpCode: '400',
	});
	expect(error?.description).toContain(
		'Only notes created through the API can be deleted here. Delete other notes in Lever.',
	);
});
