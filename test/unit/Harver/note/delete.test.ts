import { APPLICATION, NOTE, byId, expectsExactlyThis, harver, onApplication, run } from '../wire';

expectsExactlyThis();

const remove = { resource: 'note', operation: 'delete', ...onApplication, noteId: byId(NOTE) };
const path = `/applications/${APPLICATION}/notes/${NOTE}`;

describe('Note > Delete', () => {
	it('deletes', async () => {
		harver().delete(path).reply(204);
		expect((await run(remove)).json).toEqual([
			{ applicationId: APPLICATION, noteId: NOTE, deleted: true, wasMissing: false },
		]);
	});

	it('can be repeated: one that is gone is fine', async () => {
		harver()
			.delete(path)
			.reply(404, { errors: [{ title: 'Not Found' }] });
		expect((await run(remove)).json).toMatchObject([{ deleted: true, wasMissing: true }]);
	});

	it('refuses an empty note ID, which would address all notes', async () => {
		expect((await run({ ...remove, noteId: byId('={{ $json.note }}') })).error?.message).toBe(
			'No note is given',
		);
	});
});
