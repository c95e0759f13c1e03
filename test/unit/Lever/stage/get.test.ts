import { byId, expectEverythingAsked, leverApi, runLever, watched } from '../runLever';

const get = { resource: 'stage', operation: 'get', stageId: byId('id/1') };

afterEach(expectEverythingAsked);

it('gives the one with that ID, which stays inside its place in the path', async () => {
	const asked = watched(
		leverApi()
			.get(/./u)
			.reply(200, { data: { id: 'id/1', text: 'New applicant' } }),
	);
	const { outputs } = await runLever(get);
	expect(asked).toMatchObject([{ method: 'GET', path: '/v1/stages/id%2F1', body: '' }]);
	expect(outputs[0]).toMatchObject([
		{ json: { id: 'id/1', text: 'New applicant' }, pairedItem: { item: 0 } },
	]);
});

it('says which one is missing, and goes on with the others when it may', async () => {
	const lever = leverApi();
	lever
		.get('/v1/stages/a')
		.reply(404, { code: 'ResourceNotFound', message: 'stages a was not found' });
	lever.get('/v1/stages/b').reply(200, { data: { id: 'id/1', text: 'New applicant' } });
	const { outputs } = await runLever(
		{ ...get, stageId: byId('={{ $json.id }}') },
		{ items: [{ json: { id: 'a' } }, { json: { id: 'b' } }], continueOnFail: true },
	);
	expect(outputs[0]).toMatchObject([
		{
			json: { error: 'Lever refused to read the stage a: stages a was not found' },
			pairedItem: { item: 0 },
		},
		{ json: { id: 'id/1', text: 'New applicant' }, pairedItem: { item: 1 } },
	]);
});

it('asks nothing when the expression yields none', async () => {
	expect((await runLever({ ...get, stageId: byId('={{ $json.id }}') })).error).toMatchObject({
		message: 'No stage is given',
		context: { itemIndex: 0 },
	});
});
