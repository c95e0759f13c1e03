import { byId, expectEverythingAsked, leverApi, runLever, watched } from '../runLever';

const get = {
	resource: 'file',
	operation: 'get',
	opportunityId: byId('opportunity-1'),
	fileId: byId('file-1'),
};

afterEach(expectEverythingAsked);

it('returns the record of the file', async () => {
	leverApi()
		.get('/v1/opportunities/opportunity-1/files/file-1')
		.reply(200, { data: { id: 'file-1', name: 'report.pdf', size: '7' } });
	expect((await runLever(get)).json).toEqual([
		{ id: 'file-1', name: 'report.pdf', size: 7, opportunityId: 'opportunity-1' },
	]);
});

it('encodes IDs in the path', async () => {
	const asked = watched(leverApi().get(/./u).reply(200, { data: {} }));
	await runLever({ ...get, opportunityId: byId('a/b'), fileId: byId('../users') });
	expect(asked[0]?.path).toBe('/v1/opportunities/a%2Fb/files/..%2Fusers');
});

it('names the missing file', async () => {
	leverApi()
		.get('/v1/opportunities/opportunity-1/files/file-1')
		.reply(404, { code: 'ResourceNotFound', message: 'files file-1 was not found' });
	expect((await runLever(get)).error).toMatchObject({
		message:
			'Lever refused to read the file file-1 of the opportunity opportunity-1: files file-1 was not found',
	});
});
