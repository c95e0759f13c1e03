import { ACCOUNT, APPLICATION, deliverTo, harverTrigger, itemsOf, webhook } from './harver';

const ALL_EVENT_TYPES = [
	'applicationStarted',
	'personalInfoCreated',
	'additionalInfoUpdated',
	'completed',
	'statusChanged',
	'other',
];

describe('an event of Harver', () => {
	it.each([
		['ApplicationStarted', 'in-progress', 'applicationStarted'],
		['PersonalInfoWasCreated', 'in-progress', 'personalInfoCreated'],
		['AdditionalInfoWasUpdated', 'in-progress', 'additionalInfoUpdated'],
		['CandidateStatusNew', 'new', 'completed'],
		['ProcessStatusHasChanged', 'new', 'completed'],
		['ProcessStatusHasChanged', 'rejected', 'statusChanged'],
		['CandidateStatusNew', 'hired', 'statusChanged'],
		['SomethingNew', 'new', 'other'],
		['constructor', 'new', 'other'],
		['CandidateStatusNew', null, 'completed'],
		['CandidateStatusNew', '', 'completed'],
		['CandidateStatusNew', 'in-progress', 'statusChanged'],
		['ProcessStatusHasChanged', null, 'statusChanged'],
		['SomethingNew', null, 'other'],
	])(
		'%s with the status %s has the type %s, and only that type starts the workflow',
		async (event, status, eventType) => {
			const body = webhook({ event, status });
			expect(itemsOf(await deliverTo(harverTrigger({ events: [eventType] }))(body))).toMatchObject([
				{ event, eventType, status: status === '' ? null : status },
			]);

			const others = await deliverTo(
				harverTrigger({ events: ALL_EVENT_TYPES.filter((other) => other !== eventType) }),
			)(body);
			expect(others).toMatchObject({ status: 200, body: { message: 'Event filtered out.' } });
			expect(others.run).toBeUndefined();
		},
	);

	it('starts the workflow with an item that says what Harver sent; by default only completion does', async () => {
		const delivered = await deliverTo(harverTrigger())(webhook());
		expect(delivered.status).toBe(200);
		expect(itemsOf(delivered)).toEqual([
			{
				event: 'ProcessStatusHasChanged',
				eventType: 'completed',
				triggeredAt: 1_760_000_000_000,
				applicationId: APPLICATION,
				accountId: ACCOUNT,
				status: 'new',
				data: { type: 'applications', id: APPLICATION, attributes: { status: 'new' } },
			},
		]);
	});

	it('has its time in milliseconds, whether Harver sends seconds, milliseconds or a fraction', async () => {
		const deliver = deliverTo(harverTrigger());
		for (const [sent, given] of [
			[1_760_000_001, 1_760_000_001_000],
			[1_760_000_002_345, 1_760_000_002_345],
			[1_760_000_003.5, 1_760_000_003_500],
		]) {
			expect(itemsOf(await deliver(webhook({ triggeredAt: sent })))).toMatchObject([
				{ triggeredAt: given },
			]);
		}
	});

	it('may have its account beside the data, inside, or not at all', async () => {
		const deliver = deliverTo(harverTrigger());
		const { relationships, ...rest } = webhook({ triggeredAt: 1 });
		const inside = { ...rest, data: { ...(rest.data as object), relationships } };
		expect(itemsOf(await deliver(inside))).toMatchObject([{ accountId: ACCOUNT }]);
		expect(itemsOf(await deliver({ ...rest, triggeredAt: 2 }))).toMatchObject([
			{ accountId: null },
		]);
	});

	it('is also parsed as JSON:API, which n8n does not parse', async () => {
		const { parseBody } = await import('../../../nodes/shared/webhook/request');
		const rawBody = Buffer.from(JSON.stringify(webhook()));
		expect(parseBody({ headers: {}, rawBody, body: undefined })).toEqual(webhook());
		expect(parseBody({ headers: {}, rawBody, body: {} })).toEqual(webhook());
		expect(
			parseBody({ headers: {}, rawBody: Buffer.from('{"triggeredAt":'), body: {} }),
		).toBeUndefined();
	});
});

describe('the filters', () => {
	it('accept the chosen account, from the list or as IDs separated by commas', async () => {
		const other = '5c0000000000000000000002';
		for (const account of [
			{ __rl: true, mode: 'list', value: ACCOUNT },
			{ __rl: true, mode: 'id', value: `${other}, ${ACCOUNT.toUpperCase()}` },
		]) {
			expect((await deliverTo(harverTrigger({ account }))(webhook())).run).toBeDefined();
		}
		const refused = await deliverTo(
			harverTrigger({ account: { __rl: true, mode: 'id', value: other } }),
		)(webhook());
		expect(refused).toMatchObject({ status: 200, body: { message: 'Event filtered out.' } });
		expect(refused.run).toBeUndefined();
	});

	it('ignore an event without an account when one is chosen', async () => {
		const body = { ...webhook(), relationships: undefined };
		expect(
			(
				await deliverTo(harverTrigger({ account: { __rl: true, mode: 'id', value: ACCOUNT } }))(
					body,
				)
			).run,
		).toBeUndefined();
	});

	it('accept the chosen statuses', async () => {
		const deliver = deliverTo(
			harverTrigger({ events: ['statusChanged'], statuses: ['hired', 'rejected'] }),
		);
		expect((await deliver(webhook({ status: 'hired' }))).run).toBeDefined();
		expect((await deliver(webhook({ status: 'invited' }))).run).toBeUndefined();
		expect((await deliver(webhook({ status: 7 }))).run).toBeUndefined();
	});

	it('for the status do not apply to completion', async () => {
		const deliver = deliverTo(
			harverTrigger({ events: ['statusChanged', 'completed'], statuses: ['hired'] }),
		);
		expect((await deliver(webhook())).run).toBeDefined();
	});
});
