import {
	APPLICATION,
	OTHER_APPLICATION,
	byId,
	expectsExactlyThis,
	harver,
	onApplication,
	run,
} from '../wire';

expectsExactlyThis();

const remove = { resource: 'application', operation: 'delete', ...onApplication };

describe('Application > Delete', () => {
	it('deletes the application', async () => {
		harver()
			.delete(`/applications/${APPLICATION}`)
			.reply(200, {
				data: { applicationId: APPLICATION, message: 'Application has been deleted' },
			});
		expect((await run(remove)).json).toEqual([
			{ applicationId: APPLICATION, deleted: true, wasMissing: false },
		]);
	});

	it('succeeds when the application has already been deleted', async () => {
		harver()
			.delete(`/applications/${APPLICATION}`)
			.reply(404, { errors: [{ title: 'Not Found' }] });
		expect((await run(remove)).json).toEqual([
			{ applicationId: APPLICATION, deleted: true, wasMissing: true },
		]);
	});

	it('fails for a missing application when "Ignore If Missing" is off', async () => {
		harver()
			.delete(`/applications/${APPLICATION}`)
			.reply(404, { errors: [{ title: 'Not Found' }] });
		expect((await run({ ...remove, ignoreMissing: false })).error?.message).toBe(
			`Harver refused to delete the application ${APPLICATION}: Not Found`,
		);
	});

	it('says for each item what permission is missing', async () => {
		const api = harver();
		api
			.delete(`/applications/${APPLICATION}`)
			.reply(403, { statusCode: 403, code: 403, message: 'Forbidden', name: 'ForbiddenError' });
		api
			.delete(`/applications/${OTHER_APPLICATION}`)
			.reply(200, { data: { applicationId: OTHER_APPLICATION, message: 'deleted' } });
		const items = [{ json: { id: APPLICATION } }, { json: { id: OTHER_APPLICATION } }];
		const { outputs } = await run(
			{ ...remove, applicationId: byId('={{ $json.id }}') },
			{ items, continueOnFail: true },
		);
		expect(outputs[0]).toMatchObject([
			{
				json: { error: `Harver refused to delete the application ${APPLICATION}: Forbidden` },
				pairedItem: { item: 0 },
			},
			{ json: { applicationId: OTHER_APPLICATION, deleted: true }, pairedItem: { item: 1 } },
		]);
		expect(outputs[0]?.[0]?.json.details).toMatchObject({
			description: expect.stringContaining('Ask Harver to grant it access') as string,
			httpCode: '403',
		});
	});
});
