import { byId, expectEverythingAsked, leverApi, pickFrom } from '../runLever';

const create = {
	resource: 'feedback',
	operation: 'create',
	feedbackTemplateId: byId('template/1'),
};

afterEach(expectEverythingAsked);

it('templates are shown by name, and all pages are searched', async () => {
	const lever = leverApi();
	lever.get('/v1/feedback_templates?limit=100').reply(200, {
		data: [{ id: 'template-1', text: 'Phone screen' }],
		hasNext: true,
		next: 'more',
	});
	lever
		.get('/v1/feedback_templates?limit=100&offset=more')
		.reply(200, { data: [{ id: 'template-2', text: 'On-site' }], hasNext: false });
	expect(await pickFrom('searchFeedbackTemplates', { filter: 'on-' })).toEqual([
		{ name: 'On-site', value: 'template-2' },
	]);
});

it('the fields are those of the chosen template', async () => {
	const fields = [
		{ id: 'field-1', type: 'score-system', text: 'Overall rating' },
		{ id: 'field-2', type: 'scorecard', text: '' },
	];
	leverApi()
		.get('/v1/feedback_templates/template%2F1')
		.reply(200, { data: { id: 'template/1', fields } });
	expect(await pickFrom('searchFeedbackFields', { parameters: create })).toEqual([
		{ name: 'Overall rating', value: 'field-1' },
		{ name: 'scorecard', value: 'field-2' },
	]);
});

it('without a template the fields cannot be shown', async () => {
	await expect(
		pickFrom('searchFeedbackFields', { parameters: { ...create, feedbackTemplateId: byId('') } }),
	).rejects.toThrow('Choose the template first');
});
