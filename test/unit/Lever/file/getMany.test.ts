import { byId, expectEverythingAsked, leverApi, runLever, watched } from '../runLever';

const getMany = { resource: 'file', operation: 'getMany', opportunityId: byId('opportunity-1') };
const FILES = '/v1/opportunities/opportunity-1/files';

afterEach(expectEverythingAsked);

it('returns one item per file, with numbers as numbers', async () => {
	leverApi()
		.get(`${FILES}?limit=50`)
		.reply(200, {
			data: [
				{ id: 'file-1', size: '1000', uploadedAt: '1760000000000' },
				{ id: 'file-2', size: 5, uploadedAt: 1, status: null },
			],
		});
	expect((await runLever(getMany)).json).toEqual([
		{ id: 'file-1', opportunityId: 'opportunity-1', size: 1000, uploadedAt: 1_760_000_000_000 },
		{ id: 'file-2', opportunityId: 'opportunity-1', size: 5, uploadedAt: 1, status: null },
	]);
});

it('reads a list without a data property', async () => {
	leverApi()
		.get(`${FILES}?limit=50`)
		.reply(200, [{ id: 'file-1' }]);
	expect((await runLever(getMany)).json).toMatchObject([{ id: 'file-1' }]);
});

it('sends the dates in milliseconds', async () => {
	const lever = leverApi().get(/files/u).reply(200, { data: [] });
	const asked = watched(lever);
	await runLever({
		...getMany,
		returnAll: true,
		filters: { uploadedAfter: '2026-03-31T09:00:00Z', uploadedBefore: '2026-03-31T12:00:00+02:00' },
	});
	expect(asked[0]?.path).toBe(
		`${FILES}?uploaded_at_start=${String(Date.UTC(2026, 2, 31, 9))}&uploaded_at_end=${String(Date.UTC(2026, 2, 31, 10))}&limit=100`,
	);
});

it.each([
	['Unix seconds', '1767258000'],
	['Unix milliseconds', '={{ 1767258000000 }}'],
	['a DateTime', '={{ DateTime.fromMillis(1767258000000) }}'],
])('accepts %s as a date', async (_what, uploadedAfter) => {
	const sent = leverApi()
		.get(`${FILES}?uploaded_at_start=1767258000000&limit=50`)
		.reply(200, { data: [] });
	await runLever({ ...getMany, filters: { uploadedAfter } });
	expect(sent.isDone()).toBe(true);
});

it('sends nothing, rather than a request for all files, when a filter is empty', async () => {
	const { error } = await runLever({
		...getMany,
		filters: { uploadedAfter: '={{ $json.nothing }}' },
	});
	expect(error?.message).toBe('The filter "Uploaded After" is empty');
});

it('names the filter that is not a date, and sends nothing', async () => {
	const { error } = await runLever({ ...getMany, filters: { uploadedBefore: 'soon' } });
	expect(error).toMatchObject({
		message: '"Uploaded Before" is not a date',
		context: { itemIndex: 0 },
	});
});

it('continues with the other items when an opportunity is missing', async () => {
	const lever = leverApi();
	lever
		.get('/v1/opportunities/a/files?limit=50')
		.reply(404, { code: 'ResourceNotFound', message: 'opportunities a was not found' });
	lever
		.get('/v1/opportunities/b/files?limit=50')
		.reply(200, { data: [{ id: 'file-1' }, { id: 'file-2' }] });
	const { outputs } = await runLever(
		{ ...getMany, opportunityId: byId('={{ $json.id }}') },
		{ items: [{ json: { id: 'a' } }, { json: { id: 'b' } }], continueOnFail: true },
	);
	expect(outputs[0]).toMatchObject([
		{
			json: {
				error:
					'Lever refused to read the files of the opportunity a: opportunities a was not found',
			},
			pairedItem: { item: 0 },
		},
		{ json: { id: 'file-1' }, pairedItem: { item: 1 } },
		{ json: { id: 'file-2' }, pairedItem: { item: 1 } },
	]);
});
