import { byId, expectEverythingAsked, leverApi, runLever, watched } from '../runLever';

const deleteFile = {
	resource: 'file',
	operation: 'delete',
	opportunityId: byId('opportunity-1'),
	fileId: byId('file-1'),
	performAs: byId('user-1'),
};
const FILES = '/v1/opportunities/opportunity-1/files';
const MISSING = { code: 'ResourceNotFound', message: 'files file-1 was not found' };

afterEach(expectEverythingAsked);

it('deletes the file as a user', async () => {
	const asked = watched(leverApi().delete(/./u).reply(204));
	const { json } = await runLever(deleteFile);
	expect(asked).toMatchObject([{ method: 'DELETE', path: `${FILES}/file-1?perform_as=user-1` }]);
	expect(json).toEqual([{ id: 'file-1', opportunityId: 'opportunity-1', deleted: true }]);
});

it('requires a user to perform as, and sends nothing without one', async () => {
	expect((await runLever({ ...deleteFile, performAs: byId('') })).error).toMatchObject({
		message: 'Lever requires a user for this operation',
		context: { itemIndex: 0 },
	});
});

it('succeeds when the file is already gone', async () => {
	const lever = leverApi();
	lever.delete(`${FILES}/file-1?perform_as=user-1`).reply(404, MISSING);
	lever.get(`${FILES}?limit=100`).reply(200, { data: [] });
	expect((await runLever(deleteFile)).json).toEqual([
		{ id: 'file-1', opportunityId: 'opportunity-1', deleted: true },
	]);
});

it('succeeds when a failed attempt had already deleted the file', async () => {
	const lever = leverApi();
	lever.delete(`${FILES}/file-1?perform_as=user-1`).reply(500);
	lever.delete(`${FILES}/file-1?perform_as=user-1`).reply(404, MISSING);
	lever.get(`${FILES}?limit=100`).reply(200, { data: [] });
	expect((await runLever(deleteFile)).json).toMatchObject([{ deleted: true }]);
});

it('fails when the opportunity is wrong', async () => {
	const lever = leverApi();
	lever.delete(`${FILES}/file-1?perform_as=user-1`).reply(404, MISSING);
	lever
		.get(`${FILES}?limit=100`)
		.reply(404, { code: 'ResourceNotFound', message: 'opportunities opportunity-1 was not found' });
	expect((await runLever(deleteFile)).error).toMatchObject({ httpCode: '404' });
});
