import { byId, expectEverythingAsked, leverApi, runLever, watched } from './runLever';

afterEach(expectEverythingAsked);

describe.each([
	['archiveReason', 'archiveReasonId', 'archive_reasons', 'archive reason'],
	['contact', 'contactId', 'contacts', 'contact'],
	['posting', 'postingId', 'postings', 'posting'],
	['stage', 'stageId', 'stages', 'stage'],
	['user', 'userId', 'users', 'user'],
])('%s: Get', (resource, field, path, name) => {
	const record = { id: 'id/1', text: 'As Lever sends it', nested: { list: [1] } };
	/** The ID as the editor stores it: a contact is not chosen from a list. */
	const get = (id: string) => ({
		resource,
		operation: 'get',
		[field]: resource === 'contact' ? id : byId(id),
	});

	it('returns the record, with the ID encoded in the path', async () => {
		const asked = watched(leverApi().get(/./u).reply(200, { data: record }));
		const { outputs } = await runLever(get('id/1'));
		expect(asked).toMatchObject([{ method: 'GET', path: `/v1/${path}/id%2F1`, body: '' }]);
		expect(outputs[0]).toMatchObject([{ json: record, pairedItem: { item: 0 } }]);
	});

	it('names a missing record and continues with the other items, if the node is set to', async () => {
		const lever = leverApi();
		lever
			.get(`/v1/${path}/a`)
			.reply(404, { code: 'ResourceNotFound', message: `${path} a was not found` });
		lever.get(`/v1/${path}/b`).reply(200, { data: record });
		const { outputs } = await runLever(get('={{ $json.id }}'), {
			items: [{ json: { id: 'a' } }, { json: { id: 'b' } }],
			continueOnFail: true,
		});
		expect(outputs[0]).toMatchObject([
			{
				json: { error: `Lever refused to read the ${name} a: ${path} a was not found` },
				pairedItem: { item: 0 },
			},
			{ json: record, pairedItem: { item: 1 } },
		]);
	});

	it('sends nothing when the expression returns no ID', async () => {
		expect((await runLever(get('={{ $json.id }}'))).error).toMatchObject({
			message: `No ${name} was provided`,
			context: { itemIndex: 0 },
		});
	});
});
