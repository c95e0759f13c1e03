import { byId, expectEverythingAsked, leverApi, runLever, watched } from '../runLever';

const get = {
	resource: 'feedback',
	operation: 'get',
	opportunityId: byId('opportunity-1'),
	feedbackId: byId('feedback/1'),
};

afterEach(expectEverythingAsked);

it('returns the form with its answers', async () => {
	const asked = watched(
		leverApi()
			.get(/./u)
			.reply(200, { data: { id: 'feedback/1', fields: [{ id: 'field-1', value: '3 - Hire' }] } }),
	);
	expect((await runLever(get)).json).toEqual([
		{
			id: 'feedback/1',
			fields: [{ id: 'field-1', value: '3 - Hire' }],
			opportunityId: 'opportunity-1',
		},
	]);
	expect(asked).toMatchObject([
		{ method: 'GET', path: '/v1/opportunities/opportunity-1/feedback/feedback%2F1' },
	]);
});

it('names the missing form', async () => {
	leverApi().get(/./u).reply(404, { code: 'ResourceNotFound', message: 'feedback was not found' });
	expect((await runLever(get)).error).toMatchObject({
		message:
			'Lever refused to read the feedback form feedback/1 of the opportunity opportunity-1: feedback was not found',
	});
});
