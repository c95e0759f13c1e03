import { expectEverythingAsked, leverApi, runLever, watched } from '../runLever';

const getMany = { resource: 'user', operation: 'getMany' };

afterEach(expectEverythingAsked);

it('returns one item per user', async () => {
	leverApi()
		.get('/v1/users?limit=50')
		.reply(200, { data: [{ id: 'user-1' }, { id: 'user-2' }], hasNext: false });
	expect((await runLever(getMany)).outputs[0]).toMatchObject([
		{ json: { id: 'user-1' }, pairedItem: { item: 0 } },
		{ json: { id: 'user-2' }, pairedItem: { item: 0 } },
	]);
});

it('sends every filter', async () => {
	const asked = watched(leverApi().get(/users/u).reply(200, { data: [] }));
	await runLever({
		...getMany,
		returnAll: true,
		filters: {
			accessRole: 'interviewer, admin',
			email: ' bo+n8n@example.org ',
			externalDirectoryId: 'dir/1',
			includeDeactivated: true,
		},
	});
	const [path, query = ''] = asked[0]?.path.split('?') ?? [];
	expect(path).toBe('/v1/users');
	expect([...new URLSearchParams(query)]).toEqual([
		['email', 'bo+n8n@example.org'],
		['accessRole[]', 'interviewer'],
		['accessRole[]', 'admin'],
		['includeDeactivated', 'true'],
		['external_directory_id', 'dir/1'],
		['limit', '100'],
	]);
});

it('leaves out a filter that is off, and access roles without any', async () => {
	leverApi().get('/v1/users?limit=50').reply(200, { data: [] });
	const filters = { accessRole: '', includeDeactivated: false };
	expect((await runLever({ ...getMany, filters })).json).toEqual([]);
});

it.each([
	[{ email: ' ' }, 'Email'],
	[{ externalDirectoryId: '' }, 'External Directory ID'],
])('requests nothing, rather than all users, when a filter is empty: %j', async (filters, name) => {
	expect((await runLever({ ...getMany, filters })).error).toMatchObject({
		message: `The filter "${name}" is empty`,
		context: { itemIndex: 0 },
	});
});

it("removes an email address from Lever's error", async () => {
	leverApi().get(/users/u).reply(400, { code: 'BadRequest', message: 'bad email bo@example.org' });
	const { error } = await runLever({ ...getMany, filters: { email: 'bo@example.org' } });
	expect(error?.message).toBe('Lever refused to list the users: bad email [email]');
});
