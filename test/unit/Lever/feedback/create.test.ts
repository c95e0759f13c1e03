import type { INodeParameters } from 'n8n-workflow';

import { byId, expectEverythingAsked, leverApi, runLever, watched } from '../runLever';

const FEEDBACK = '/v1/opportunities/opportunity-1/feedback';
const create: INodeParameters = {
	resource: 'feedback',
	operation: 'create',
	opportunityId: byId('opportunity-1'),
	feedbackTemplateId: byId('template-1'),
	performAs: byId('user-1'),
};
const given = (id: string, fields: object = {}) => ({
	id,
	baseTemplateId: 'template-1',
	user: 'user-1',
	interview: null,
	panel: null,
	createdAt: 1,
	deletedAt: null,
	...fields,
});
const listed = (...feedback: object[]) => ({ data: feedback, hasNext: false });

afterEach(expectEverythingAsked);

describe('creating feedback', () => {
	it('sends the answers field by field, performed as a user', async () => {
		const lever = leverApi();
		const asked = watched(lever);
		lever.get(`${FEEDBACK}?limit=100`).reply(200, listed());
		lever.post(/feedback/u).reply(201, { data: given('feedback-1') });
		const answers = {
			rows: [
				{ id: byId('field-1'), value: '4 - Strong Hire' },
				{ id: 'field-2', value: 'Good' },
			],
		};
		const { outputs } = await runLever({ ...create, answers });
		expect(asked[1]).toMatchObject({ method: 'POST', path: `${FEEDBACK}?perform_as=user-1` });
		expect(JSON.parse(asked[1]?.body ?? '')).toEqual({
			baseTemplateId: 'template-1',
			fieldValues: [
				{ id: 'field-1', value: '4 - Strong Hire' },
				{ id: 'field-2', value: 'Good' },
			],
		});
		expect(outputs[0]).toMatchObject([
			{
				json: { id: 'feedback-1', opportunityId: 'opportunity-1', created: true },
				pairedItem: { item: 0 },
			},
		]);
	});
	it('sends answers as JSON, for an interview and with its own dates', async () => {
		const lever = leverApi();
		const asked = watched(lever);
		lever.get(`${FEEDBACK}?limit=100`).reply(200, listed(given('general')));
		lever.post(/feedback/u).reply(201, { data: given('feedback-1') });
		await runLever({
			...create,
			specifyAnswers: 'json',
			answersJson:
				'[{ "id": "field-1", "value": { "score": 4 } }, { "id": "field-2", "value": ["a", "b"] }, { "id": "field-3" }]',
			options: {
				panelId: 'panel-1',
				interviewId: 'interview-1',
				createdAt: '2026-03-31T09:00:00Z',
				completedAt: 1_760_000_000_000,
			},
		});
		expect(JSON.parse(asked[1]?.body ?? '')).toEqual({
			baseTemplateId: 'template-1',
			panel: 'panel-1',
			interview: 'interview-1',
			fieldValues: [
				{ id: 'field-1', value: { score: 4 } },
				{ id: 'field-2', value: ['a', 'b'] },
				{ id: 'field-3', value: null },
			],
			createdAt: Date.UTC(2026, 2, 31, 9),
			completedAt: 1_760_000_000_000,
		});
	});
});

describe('when the user has already given the feedback', () => {
	const others = [
		given('of another', { user: 'user-2' }),
		given('on another form', { baseTemplateId: 'template-2' }),
		given('deleted', { deletedAt: 5 }),
		given('interview', { interview: 'interview-1' }),
	];
	it('returns the existing feedback', async () => {
		leverApi()
			.get(`${FEEDBACK}?limit=100`)
			.reply(200, listed(...others, given('same')));
		expect((await runLever(create)).json).toMatchObject([
			{ id: 'same', opportunityId: 'opportunity-1', created: false },
		]);
	});
	it('ignores other feedback', async () => {
		const lever = leverApi();
		lever.get(`${FEEDBACK}?limit=100`).reply(200, listed(...others));
		lever.post(`${FEEDBACK}?perform_as=user-1`).reply(201, { data: given('feedback-1') });
		expect((await runLever(create)).json).toMatchObject([{ id: 'feedback-1', created: true }]);
	});
	it('creates another if set to', async () => {
		const lever = leverApi();
		lever.get(`${FEEDBACK}?limit=100`).reply(200, listed(given('same')));
		lever.post(`${FEEDBACK}?perform_as=user-1`).reply(201, { data: given('feedback-1') });
		expect((await runLever({ ...create, options: { ifExists: 'add' } })).json).toMatchObject([
			{ id: 'feedback-1', created: true },
		]);
	});
});

it('looks for the feedback after a lost answer, before sending it again', async () => {
	const lever = leverApi();
	lever.get(`${FEEDBACK}?limit=100`).reply(200, listed(given('same')));
	lever.post(`${FEEDBACK}?perform_as=user-1`).reply(502);
	lever.get(`${FEEDBACK}?limit=100`).reply(200, listed(given('same'), given('feedback-1')));
	expect((await runLever({ ...create, options: { ifExists: 'add' } })).json).toMatchObject([
		{ id: 'feedback-1', created: true },
	]);
});

describe('sends nothing', () => {
	it('without a user to perform as', async () => {
		expect((await runLever({ ...create, performAs: byId('') })).error).toMatchObject({
			message: 'Lever requires a user for this operation',
			context: { itemIndex: 0 },
		});
	});
	it.each([[{ panelId: 'panel-1' }], [{ interviewId: 'interview-1' }]])(
		'with %j alone',
		async (options) => {
			expect((await runLever({ ...create, options })).error).toMatchObject({
				message: 'Feedback requires both a panel and an interview, or neither',
				context: { itemIndex: 0 },
			});
		},
	);
	it.each([
		['{ broken', 'The answers are not valid JSON'],
		['{ "id": "field-1" }', 'The answers are not a list of fields and values'],
		['["field-1"]', 'The answers are not a list of fields and values'],
		['[{ "id": "field-1", "value": "a" }, { "value": "b" }]', 'Answer 2 has no field'],
	])('with the answers %s', async (answersJson, message) => {
		const { error } = await runLever({
			...create,
			specifyAnswers: 'json',
			answersJson: `={{ ${JSON.stringify(answersJson)} }}`,
		});
		expect(error).toMatchObject({ name: 'NodeOperationError', message, context: { itemIndex: 0 } });
	});
	it('with a date that is not one', async () => {
		expect((await runLever({ ...create, options: { completedAt: 'later' } })).error).toMatchObject({
			message: '"Completed At" is not a date',
		});
	});
});

it('explains how answers with choices must be spelled when Lever rejects them', async () => {
	const lever = leverApi();
	lever.get(`${FEEDBACK}?limit=100`).reply(200, listed());
	lever
		.post(`${FEEDBACK}?perform_as=user-1`)
		.reply(400, { code: 'BadRequest', message: 'invalid value' });
	const { error } = await runLever(create);
	expect(error).toMatchObject({
		message: 'Lever refused to create feedback on the opportunity opportunity-1: invalid value',
		httpCode: '400',
	});
	expect(error?.description).toContain(
		'For a field with choices, the value must match one of the choices exactly.',
	);
});

it('continues with the other items after a rejection', async () => {
	const lever = leverApi();
	lever.get('/v1/opportunities/a/feedback?limit=100').reply(200, listed());
	lever
		.post('/v1/opportunities/a/feedback?perform_as=user-1')
		.reply(400, { code: 'BadRequest', message: 'invalid value' });
	lever.get('/v1/opportunities/b/feedback?limit=100').reply(200, listed());
	lever
		.post('/v1/opportunities/b/feedback?perform_as=user-1')
		.reply(201, { data: given('feedback-1') });
	const { outputs } = await runLever(
		{ ...create, opportunityId: byId('={{ $json.id }}') },
		{ items: [{ json: { id: 'a' } }, { json: { id: 'b' } }], continueOnFail: true },
	);
	expect(outputs[0]).toMatchObject([
		{
			json: { error: 'Lever refused to create feedback on the opportunity a: invalid value' },
			pairedItem: { item: 0 },
		},
		{ json: { id: 'feedback-1', opportunityId: 'b' }, pairedItem: { item: 1 } },
	]);
});
