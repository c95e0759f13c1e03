import { byId, expectEverythingAsked, leverApi, runLever, watched } from '../runLever';

const create = {
	resource: 'note',
	operation: 'create',
	opportunityId: byId('opportunity-1'),
	text: 'Invited to Harver',
};
const NOTES = '/v1/opportunities/opportunity-1/notes';
const note = (id: string, value: string, createdAt = Date.now()) => ({
	id,
	text: 'Note',
	fields: [{ type: 'note', text: 'Comment', value, createdAt }],
	createdAt,
	deletedAt: null,
});

afterEach(expectEverythingAsked);

describe('creating a note', () => {
	it('sends only the text, without an author', async () => {
		const lever = leverApi()
			.post(NOTES)
			.reply(201, { data: { ...note('note-1', 'Invited to Harver'), noteId: 'note-1' } });
		const asked = watched(lever);
		const { json } = await runLever(create);
		expect(asked).toMatchObject([
			{ method: 'POST', path: NOTES, body: '{"value":"Invited to Harver"}' },
		]);
		expect(json).toMatchObject([{ id: 'note-1', opportunityId: 'opportunity-1', created: true }]);
	});
	it('sends a secret reply with a score, performed as a user', async () => {
		const lever = leverApi()
			.post(/notes/u)
			.reply(201, { data: { noteId: 'note-2' } });
		const asked = watched(lever);
		const { json } = await runLever({
			...create,
			performAs: byId('user/1'),
			options: { notifyFollowers: true, score: 4, secret: true, noteId: 'note-1' },
		});
		expect(asked[0]?.path).toBe(`${NOTES}?perform_as=user%2F1&note_id=note-1`);
		expect(JSON.parse(asked[0]?.body ?? '')).toEqual({
			value: 'Invited to Harver',
			notifyFollowers: true,
			score: 4,
			secret: true,
		});
		expect(json).toMatchObject([{ id: 'note-2', noteId: 'note-2', created: true }]);
	});
	it('performs as the default user of the credential', async () => {
		leverApi()
			.post(`${NOTES}?perform_as=user-2`)
			.reply(201, { data: { id: 'note-1' } });
		expect((await runLever(create, { performAs: 'user-2' })).error).toBeUndefined();
	});
});

describe('when a note already contains the marker', () => {
	const marked = { ...create, options: { skipIfNoteContains: 'harver-application-7' } };
	it('returns it instead of creating another, even from the second page', async () => {
		const lever = leverApi();
		lever
			.get(`${NOTES}?limit=100`)
			.reply(200, { data: [note('note-1', 'hello')], hasNext: true, next: '%5B3%5D' });
		lever
			.get(`${NOTES}?limit=100&offset=%255B3%255D`)
			.reply(200, { data: [note('note-2', 'see harver-application-7')], hasNext: false });
		const { json } = await runLever(marked);
		expect(json).toMatchObject([{ id: 'note-2', opportunityId: 'opportunity-1', created: false }]);
	});
	it('is recognized although Lever changed its spaces', async () => {
		leverApi()
			.get(`${NOTES}?limit=100`)
			.reply(200, { data: [note('note-1', 'see harver\u00a0application\r\n7')] });
		const options = { skipIfNoteContains: 'harver application 7' };
		expect((await runLever({ ...create, options })).json).toMatchObject([
			{ id: 'note-1', created: false },
		]);
	});
	it('ignores deleted notes', async () => {
		const lever = leverApi();
		lever.get(`${NOTES}?limit=100`).reply(200, {
			data: [{ ...note('note-1', 'harver-application-7'), deletedAt: 1 }],
			hasNext: false,
		});
		lever.post(NOTES).reply(201, { data: note('note-2', 'Invited to Harver') });
		expect((await runLever(marked)).json).toMatchObject([{ id: 'note-2', created: true }]);
	});
});

it('creates a note once in concurrent runs with the same marker', async () => {
	const onProfile: object[] = [];
	const lever = leverApi();
	lever
		.get(`${NOTES}?limit=100`)
		.twice()
		.reply(200, () => ({ data: onProfile, hasNext: false }));
	lever.post(NOTES).reply(201, () => {
		onProfile.push(note('note-1', 'Invited to Harver'));
		return { data: { noteId: 'note-1' } };
	});
	const marked = { ...create, options: { skipIfNoteContains: 'Invited' } };
	const runs = await Promise.all([runLever(marked), runLever(marked)]);
	expect(runs.map(({ json }) => json[0]?.created).sort()).toEqual([false, true]);
});

it('sends the text without NUL characters, with its line ends', async () => {
	const sent = leverApi()
		.post(NOTES, { value: 'Invited\nto $& and $1' })
		.reply(201, { data: { id: 'note-1' } });
	await runLever({ ...create, text: '={{ "Invited\\u0000\\nto $& and $1" }}' });
	expect(sent.isDone()).toBe(true);
});

describe('after a lost answer', () => {
	it('finds the created note although Lever changed its line ends and spaces', async () => {
		const lever = leverApi();
		lever.post(NOTES).reply(500);
		lever
			.get(`${NOTES}?limit=100`)
			.reply(200, { data: [note('note-1', 'Invited \r\nto Harver ')] });
		expect(
			(await runLever({ ...create, text: '={{ "Invited\\nto  Harver" }}' })).json,
		).toMatchObject([{ id: 'note-1', created: true }]);
	});
	it('finds the created note', async () => {
		const lever = leverApi();
		lever.post(NOTES).reply(500, { code: 'InternalServerError', message: 'oops' });
		lever.get(`${NOTES}?limit=100`).reply(200, {
			data: [note('old', 'Invited to Harver', 1_000), note('note-1', 'Invited to Harver')],
			hasNext: false,
		});
		expect((await runLever(create)).json).toMatchObject([{ id: 'note-1', created: true }]);
	});
	it('finds a reply in the note that it belongs to', async () => {
		const thread = {
			...note('note-1', 'a question', 1_000),
			fields: [
				...note('note-1', 'a question', 1_000).fields,
				{ type: 'note', value: 'Invited to Harver', createdAt: Date.now() },
			],
		};
		const lever = leverApi();
		lever.post(`${NOTES}?note_id=note-1`).reply(503);
		lever.get(`${NOTES}?limit=100`).reply(200, { data: [thread], hasNext: false });
		expect((await runLever({ ...create, options: { noteId: 'note-1' } })).json).toMatchObject([
			{ id: 'note-1', created: true },
		]);
	});
	it('creates the note again when it is not there', async () => {
		const lever = leverApi();
		lever.post(NOTES).replyWithError(Object.assign(new Error('reset'), { code: 'ECONNRESET' }));
		lever.get(`${NOTES}?limit=100`).reply(200, { data: [], hasNext: false });
		lever.post(NOTES).reply(201, { data: note('note-1', 'Invited to Harver') });
		expect((await runLever(create)).json).toMatchObject([{ id: 'note-1', created: true }]);
	});
});

describe('errors', () => {
	it('reports an empty text and sends nothing', async () => {
		const { error } = await runLever({ ...create, text: '  ' });
		expect(error).toMatchObject({
			message: 'No note text was provided',
			context: { itemIndex: 0 },
		});
	});
	it("contains Lever's message and code", async () => {
		leverApi().post(NOTES).reply(403, { code: 'Forbidden', message: 'not allowed' });
		const { error } = await runLever(create);
		expect(error).toMatchObject({
			message: 'Lever refused to create a note on the opportunity opportunity-1: not allowed',
			httpCode: '403',
		});
		expect(error?.description).toContain('(Forbidden)');
	});
	it('continues with the other items', async () => {
		const lever = leverApi();
		lever
			.post('/v1/opportunities/a/notes')
			.reply(404, { code: 'ResourceNotFound', message: 'opportunities a was not found' });
		lever.post('/v1/opportunities/b/notes').reply(201, { data: { id: 'note-b' } });
		const { outputs } = await runLever(
			{ ...create, opportunityId: byId('={{ $json.id }}') },
			{ items: [{ json: { id: 'a' } }, { json: { id: 'b' } }], continueOnFail: true },
		);
		expect(outputs[0]).toMatchObject([
			{
				json: {
					error:
						'Lever refused to create a note on the opportunity a: opportunities a was not found',
				},
				pairedItem: { item: 0 },
			},
			{ json: { id: 'note-b' }, pairedItem: { item: 1 } },
		]);
	});
});
