import { APPLICATION, NOTE, byId, expectsExactlyThis, harver, onApplication, run } from '../wire';

expectsExactlyThis();

const remove = { resource: 'note', operation: 'delete', ...onApplication, noteId: byId(NOTE) };
const path = `/applications/${APPLICATION}/notes/${NOTE}`;

describe('Note > Delete', () => {
	it('deletes the note', async () => {
		harver().delete(path).reply(204);
		expect((await run(remove)).json).toEqual([
			{ applicationId: APPLICATION, noteId: NOTE, deleted: true, wasMissing: false },
		]);
	});

	it('succeeds when the note has already been deleted', async () => {
		harver()
			.delete(path)
			.reply(404, { errors: [{ title: 'Not Found' }] });
		expect((await run(remove)).json).toMatchObject([{ deleted: true, wasMissing: true }]);
	});

	it('rejects an empty note ID, which would mean all notes', async () => {
		expect((await run({ ...remove, noteId: byId('={{ $json.note }}') })).error?.message).toBe(
			'No note was provided',
		);
	});
});
