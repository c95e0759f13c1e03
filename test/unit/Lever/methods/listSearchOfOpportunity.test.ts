import { byId, expectEverythingAsked, leverApi, pickFrom } from '../runLever';

const OPPORTUNITY = '/v1/opportunities/opportunity%2F1';
const TIME = Date.UTC(2026, 2, 31, 9);

/** The parameters of a node with a chosen opportunity. */
const chosen = (resource: string, operation = 'get') => ({
	resource,
	operation,
	opportunityId: byId('opportunity/1'),
});

afterEach(expectEverythingAsked);

describe('searchNotes', () => {
	const notes = {
		data: [
			{ id: 'note-1', createdAt: TIME, fields: [{ type: 'note', value: 'Invited\nto  Harver' }] },
			{
				id: 'note-2',
				createdAt: TIME,
				fields: [{ type: 'note', value: `${'long '.repeat(30)}needle` }],
			},
			{ id: 'note-3', fields: [] },
		],
		hasNext: false,
	};
	it('shows the date and the beginning of the text', async () => {
		leverApi().get(`${OPPORTUNITY}/notes?limit=100`).reply(200, notes);
		const entries = await pickFrom('searchNotes', { parameters: chosen('note') });
		expect(entries).toMatchObject([
			{ name: '2026-03-31 Invited to Harver', value: 'note-1' },
			{ name: expect.stringMatching(/^2026-03-31 long .*…$/u) as string, value: 'note-2' },
			{ name: 'note-3', value: 'note-3' },
		]);
		expect(entries[1]?.name).toHaveLength(81);
	});
	it('searches the whole text', async () => {
		leverApi().get(`${OPPORTUNITY}/notes?limit=100`).reply(200, notes);
		expect(
			await pickFrom('searchNotes', { filter: 'NEEDLE', parameters: chosen('note') }),
		).toMatchObject([{ value: 'note-2' }]);
	});
});

it('lists files by name and date', async () => {
	const data = [
		{ id: 'file-1', name: 'report', ext: '.pdf', uploadedAt: String(TIME) },
		{ id: 'file-2', name: 'photo.png', ext: '.png', uploadedAt: null },
		{ id: 'file-3' },
	];
	leverApi().get(`${OPPORTUNITY}/files?limit=100`).twice().reply(200, { data });
	expect(await pickFrom('searchFiles', { parameters: chosen('file') })).toEqual([
		{ name: 'report.pdf (2026-03-31)', value: 'file-1' },
		{ name: 'photo.png', value: 'file-2' },
		{ name: 'file-3', value: 'file-3' },
	]);
	expect(
		await pickFrom('searchFiles', { filter: 'photo', parameters: chosen('file', 'download') }),
	).toMatchObject([{ value: 'file-2' }]);
});

it('lists resumes by file name and date', async () => {
	const data = [
		{ id: 'resume-1', createdAt: TIME, file: { name: 'cv.pdf', ext: '.pdf' } },
		{ id: 'resume-2', createdAt: TIME },
	];
	leverApi().get(`${OPPORTUNITY}/resumes?limit=100`).reply(200, { data });
	expect(await pickFrom('searchResumes', { parameters: chosen('resume') })).toEqual([
		{ name: 'cv.pdf (2026-03-31)', value: 'resume-1' },
		{ name: 'Resume without a file (2026-03-31)', value: 'resume-2' },
	]);
});

it('lists feedback by form name and date', async () => {
	const data = [
		{ id: 'feedback-1', text: 'Phone screen', createdAt: TIME },
		{ id: 'feedback-2', text: '' },
	];
	leverApi().get(`${OPPORTUNITY}/feedback?limit=100`).reply(200, { data });
	expect(await pickFrom('searchFeedback', { parameters: chosen('feedback') })).toEqual([
		{ name: 'Phone screen (2026-03-31)', value: 'feedback-1' },
		{ name: 'feedback-2', value: 'feedback-2' },
	]);
});

describe.each([
	['searchNotes', 'note'],
	['searchFiles', 'file'],
	['searchResumes', 'resume'],
	['searchFeedback', 'feedback'],
])('%s', (method, resource) => {
	it.each(['', '={{ $json.id }}'])('asks for the opportunity first when it is "%s"', async (id) => {
		await expect(
			pickFrom(method, { parameters: { ...chosen(resource), opportunityId: byId(id) } }),
		).rejects.toThrow('Choose the opportunity first');
	});
});

it("shows Lever's error in the list", async () => {
	leverApi().get(`${OPPORTUNITY}/files?limit=100`).reply(403, { code: 'Forbidden', message: 'no' });
	await expect(pickFrom('searchFiles', { parameters: chosen('file') })).rejects.toThrow(
		'Lever refused to read the files of the opportunity opportunity/1: no',
	);
});

const feedback = {
	resource: 'feedback',
	operation: 'create',
	feedbackTemplateId: byId('template/1'),
};

it('searches all pages of templates by name', async () => {
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

it('lists the fields of the chosen template', async () => {
	const fields = [
		{ id: 'field-1', type: 'score-system', text: 'Overall rating' },
		{ id: 'field-2', type: 'scorecard', text: '' },
	];
	leverApi()
		.get('/v1/feedback_templates/template%2F1')
		.reply(200, { data: { id: 'template/1', fields } });
	expect(await pickFrom('searchFeedbackFields', { parameters: feedback })).toEqual([
		{ name: 'Overall rating', value: 'field-1' },
		{ name: 'scorecard', value: 'field-2' },
	]);
});

it('asks for a template before listing fields', async () => {
	await expect(
		pickFrom('searchFeedbackFields', { parameters: { ...feedback, feedbackTemplateId: byId('') } }),
	).rejects.toThrow('Choose the template first');
});
