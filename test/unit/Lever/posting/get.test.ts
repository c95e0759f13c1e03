import { byId, expectEverythingAsked, leverApi, runLever, watched } from '../runLever';

const get = { resource: 'posting', operation: 'get', postingId: byId('id/1') };

afterEach(expectEverythingAsked);

it('gives the one with that ID, which stays inside its place in the path', async () => {
	const asked = watched(
		leverApi()
			.get(/./u)
			.reply(200, {
				data: { id: 'id/1', text: 'Data Engineer', state: 'published', tags: ['kickoff'] },
			}),
	);
	const { outputs } = await runLever(get);
	expect(asked).toMatchObject([{ method: 'GET', path: '/v1/postings/id%2F1', body: '' }]);
	expect(outputs[0]).toMatchObject([
		{
			json: { id: 'id/1', text: 'Data Engineer', state: 'published', tags: ['kickoff'] },
			pairedItem: { item: 0 },
		},
	]);
});

it('says which one is missing, and goes on with the others when it may', async () => {
	const lever = leverApi();
	lever
		.get('/v1/postings/a')
		.reply(404, { code: 'ResourceNotFound', message: 'postings a was not found' });
	lever.get('/v1/postings/b').reply(200, {
		data: { id: 'id/1', text: 'Data Engineer', state: 'published', tags: ['kickoff'] },
	});
	const { outputs } = await runLever(
		{ ...get, postingId: byId('={{ $json.id }}') },
		{ items: [{ json: { id: 'a' } }, { json: { id: 'b' } }], continueOnFail: true },
	);
	expect(outputs[0]).toMatchObject([
		{
			json: { error: 'Lever refused to read the posting a: postings a was not found' },
			pairedItem: { item: 0 },
		},
		{
			json: { id: 'id/1', text: 'Data Engineer', state: 'published', tags: ['kickoff'] },
			pairedItem: { item: 1 },
		},
	]);
});

it('asks nothing when the expression yields none', async () => {
	expect((await runLever({ ...get, postingId: byId('={{ $json.id }}') })).error).toMatchObject({
		message: 'No posting is given',
		context: { itemIndex: 0 },
	});
});

it('as people inside the company see it', async () => {
	const asked = watched(
		leverApi()
			.get(/./u)
			.reply(200, { data: { id: 'id/1' } }),
	);
	await runLever({ ...get, options: { distribution: 'internal' } });
	expect(asked[0]?.path).toBe('/v1/postings/id%2F1?distribution=internal');
});
