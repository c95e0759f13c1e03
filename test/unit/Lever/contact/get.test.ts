import { expectEverythingAsked, leverApi, runLever, watched } from '../runLever';

const get = { resource: 'contact', operation: 'get', contactId: 'id/1' };

afterEach(expectEverythingAsked);

it('gives the one with that ID, which stays inside its place in the path', async () => {
	const asked = watched(
		leverApi()
			.get(/./u)
			.reply(200, { data: { id: 'id/1', name: 'Ada Example', location: { name: 'Berlin' } } }),
	);
	const { outputs } = await runLever(get);
	expect(asked).toMatchObject([{ method: 'GET', path: '/v1/contacts/id%2F1', body: '' }]);
	expect(outputs[0]).toMatchObject([
		{
			json: { id: 'id/1', name: 'Ada Example', location: { name: 'Berlin' } },
			pairedItem: { item: 0 },
		},
	]);
});

it('says which one is missing, and goes on with the others when it may', async () => {
	const lever = leverApi();
	lever
		.get('/v1/contacts/a')
		.reply(404, { code: 'ResourceNotFound', message: 'contacts a was not found' });
	lever
		.get('/v1/contacts/b')
		.reply(200, { data: { id: 'id/1', name: 'Ada Example', location: { name: 'Berlin' } } });
	const { outputs } = await runLever(
		{ ...get, contactId: '={{ $json.id }}' },
		{ items: [{ json: { id: 'a' } }, { json: { id: 'b' } }], continueOnFail: true },
	);
	expect(outputs[0]).toMatchObject([
		{
			json: { error: 'Lever refused to read the contact a: contacts a was not found' },
			pairedItem: { item: 0 },
		},
		{
			json: { id: 'id/1', name: 'Ada Example', location: { name: 'Berlin' } },
			pairedItem: { item: 1 },
		},
	]);
});

it('asks nothing when the expression yields none', async () => {
	expect((await runLever({ ...get, contactId: '={{ $json.id }}' })).error).toMatchObject({
		message: 'No contact is given',
		context: { itemIndex: 0 },
	});
});
