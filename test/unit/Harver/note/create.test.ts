import { APPLICATION, NOTE, expectsExactlyThis, harver, onApplication, run } from '../wire';

expectsExactlyThis();

const create = {
	resource: 'note',
	operation: 'create',
	...onApplication,
	text: 'Hired through Lever [flow-3]',
	author: 'n8n',
};
const posted = {
	data: { type: 'notes', attributes: { body: 'Hired through Lever [flow-3]', author: 'n8n' } },
};
const path = `/applications/${APPLICATION}/notes`;
const existing = (body: string, createdAt?: number) => ({
	data: [
		{
			type: 'notes',
			id: NOTE,
			attributes: { body, author: 'n8n', createdAt, modifiedAt: createdAt },
		},
	],
});

describe('Note > Create', () => {
	it('creates a note', async () => {
		harver().post(path, posted).reply(204);
		expect((await run(create)).json).toEqual([
			{
				applicationId: APPLICATION,
				body: 'Hired through Lever [flow-3]',
				author: 'n8n',
				created: true,
			},
		]);
	});

	it('creates no note when one contains the text', async () => {
		harver().get(path).reply(200, existing('Earlier [flow-3]', 1_760_000_000));
		const { json } = await run({ ...create, options: { skipIfNoteContains: '[flow-3]' } });
		expect(json).toEqual([
			{
				id: NOTE,
				applicationId: APPLICATION,
				body: 'Earlier [flow-3]',
				author: 'n8n',
				createdAt: '2025-10-09T08:53:20.000Z',
				modifiedAt: '2025-10-09T08:53:20.000Z',
				created: false,
			},
		]);
	});

	it('creates a note when none contains the text', async () => {
		const api = harver();
		api.get(path).reply(200, existing('Something else', 1_760_000_000));
		api.post(path, posted).reply(204);
		expect(
			(await run({ ...create, options: { skipIfNoteContains: '[flow-3]' } })).json,
		).toMatchObject([{ created: true }]);
	});

	it('looks for the note before it sends it again when the answer is lost', async () => {
		const api = harver();
		api.post(path, posted).reply(502);
		api
			.get(path)
			.reply(200, existing('Hired through Lever [flow-3]', Math.floor(Date.now() / 1000)));
		expect((await run(create)).json).toMatchObject([{ created: true }]);
	});

	it('counts a note of unknown date as the one whose answer was lost', async () => {
		const api = harver();
		api.post(path, posted).reply(502);
		api.get(path).reply(200, existing('Hired through Lever [flow-3]'));
		expect((await run(create)).json).toMatchObject([{ created: true }]);
	});

	it('sends it again when it was not written: an old note with the same text does not count', async () => {
		const api = harver();
		api.post(path, posted).reply(502);
		api.get(path).reply(200, existing('Hired through Lever [flow-3]', 1_730_000_000));
		api.post(path, posted).reply(204);
		expect((await run(create)).json).toMatchObject([{ created: true }]);
	});

	it('rejects an empty text', async () => {
		expect((await run({ ...create, text: ' ' })).error?.message).toBe('No note text was provided');
	});
});
