import { APPLICATION, expectsExactlyThis, harver, onApplication, run } from '../wire';

expectsExactlyThis();

const reapply = { resource: 'application', operation: 'getReapplyStatus', ...onApplication };

describe('Application > Get Reapply Status', () => {
	it.each([true, false])(
		'returns whether the candidate may apply again: %s',
		async (canReapply) => {
			harver()
				.get(`/applications/${APPLICATION}/reapply/status`)
				.reply(200, { data: { canReapply } });
			expect((await run(reapply)).json).toEqual([{ applicationId: APPLICATION, canReapply }]);
		},
	);

	it('sends the request again when Harver does not say it', async () => {
		const api = harver();
		for (const data of [{}, { canReapply: null }, { canReapply: true }])
			api.get(`/applications/${APPLICATION}/reapply/status`).reply(200, { data });
		expect((await run(reapply)).json).toMatchObject([{ canReapply: true }]);
	});

	it('fails for a missing application', async () => {
		harver()
			.get(`/applications/${APPLICATION}/reapply/status`)
			.reply(404, {
				errors: [
					{
						id: 'Not Found',
						status: '404',
						title: 'Not Found',
						detail: 'Candidate cannot be found',
					},
				],
			});
		expect((await run(reapply)).error?.message).toContain('Not Found: Candidate cannot be found');
	});
});
