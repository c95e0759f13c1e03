import { WebhookContext } from 'n8n-core';
import nock from 'nock';

import { MAX_BODY_BYTES } from '../../../nodes/shared/webhook/request';
import type { WebhookResult } from '../../harness';
import { basic, deliverTo, harverTrigger, itemsOf, LOGIN, webhook } from './harver';

const started = (results: WebhookResult[]): number =>
	results.filter(({ run }) => run !== undefined).length;

describe('a delivery that comes again', () => {
	it('gets 200 and starts nothing', async () => {
		const deliver = deliverTo(harverTrigger());
		expect((await deliver(webhook())).run).toBeDefined();
		const again = await deliver(webhook());
		expect(again).toMatchObject({ status: 200, body: { message: 'Duplicate delivery ignored.' } });
		expect(again.run).toBeUndefined();
	});

	it('starts the workflow once, when all come at the same time', async () => {
		const deliver = deliverTo(harverTrigger());
		const results = await Promise.all(
			Array.from({ length: 10 }, async () => await deliver(webhook())),
		);
		expect(results.map(({ status }) => status)).toEqual(Array.from({ length: 10 }, () => 200));
		expect(started(results)).toBe(1);
	});

	it('is recognized without the static data, which n8n does not save after a delivery', async () => {
		const getStaticData = jest.spyOn(WebhookContext.prototype, 'getWorkflowStaticData');
		const deliver = deliverTo(harverTrigger());
		expect(started([await deliver(webhook()), await deliver(webhook())])).toBe(1);
		expect(getStaticData).not.toHaveBeenCalled();
		getStaticData.mockRestore();
	});

	it('is a duplicate for minutes only', async () => {
		const deliver = deliverTo(harverTrigger());
		await deliver(webhook());
		const now = performance.now.bind(performance);
		jest.spyOn(performance, 'now').mockImplementation(() => now() + 60 * 60_000);
		expect((await deliver(webhook())).run).toBeDefined();
		jest.restoreAllMocks();
	});

	it('is no duplicate when the application, the event or the time differs', async () => {
		const deliver = deliverTo(harverTrigger());
		const results = [
			await deliver(webhook()),
			await deliver(webhook({ applicationId: '5f0000000000000000000002' })),
			await deliver(webhook({ event: 'CandidateStatusNew' })),
			await deliver(webhook({ triggeredAt: 1_760_000_001 })),
		];
		expect(started(results)).toBe(4);
	});

	it('is a duplicate whatever the case of the application ID, and whatever else it says', async () => {
		const deliver = deliverTo(harverTrigger());
		await deliver(webhook({ applicationId: '5f000000000000000000000a' }));
		expect(
			(await deliver(webhook({ applicationId: '5F000000000000000000000A' }))).run,
		).toBeUndefined();
		expect(
			(await deliver(webhook({ applicationId: '5f000000000000000000000a', accountId: 'another' })))
				.run,
		).toBeUndefined();
	});

	it('starts the workflow when the first one was refused or filtered out', async () => {
		const json = harverTrigger();
		expect((await deliverTo(json)(webhook(), basic(LOGIN.user, 'wrong'))).status).toBe(401);
		const others = { ...json, nodes: harverTrigger({ events: ['applicationStarted'] }).nodes };
		expect((await deliverTo(others)(webhook())).body).toEqual({ message: 'Event filtered out.' });
		expect((await deliverTo(json)(webhook())).run).toBeDefined();
	});

	it('starts the workflow when n8n could not start it the first time', async () => {
		const deliver = deliverTo(harverTrigger());
		const login = basic(LOGIN.user, LOGIN.password);
		expect(await deliver(webhook(), login, { startFails: true })).toMatchObject({ status: 500 });
		expect((await deliver(webhook(), login)).run).toBeDefined();
		expect((await deliver(webhook(), login)).run).toBeUndefined();
	});

	it('starts the workflow every time in a test run in the editor', async () => {
		const deliver = deliverTo(harverTrigger(), { trial: true });
		expect(started([await deliver(webhook()), await deliver(webhook())])).toBe(2);
	});
});

describe('a body that is not a Harver webhook', () => {
	const { data, ...rest } = webhook();
	it.each([
		['empty', {}],
		['a list', [webhook()]],
		['a text', 'ProcessStatusHasChanged'],
		['without event', { ...rest, data, event: undefined }],
		['with an empty event', webhook({ event: '' })],
		['with a list for an event', webhook({ event: ['ApplicationStarted'] })],
		['with a NUL in its event', webhook({ event: 'ApplicationStarted\u0000' })],
		['with a line end in its event', webhook({ event: 'ApplicationStarted\r\n' })],
		['without time', { data, event: 'ApplicationStarted' }],
		['with a time as text', webhook({ triggeredAt: '1760000000' })],
		['with a negative time', webhook({ triggeredAt: -1 })],
		['with a time that no calendar has', webhook({ triggeredAt: 1e300 })],
		['with an object for a time', webhook({ triggeredAt: {} })],
		['without data', rest],
		['with null for data', { ...rest, data: null }],
		['with data that is a list', { ...rest, data: [data] }],
		['about something else', { ...rest, data: { ...(data as object), type: 'vacancies' } }],
		['without id', { ...rest, data: { type: 'applications', attributes: {} } }],
		['with an id that is too short', webhook({ applicationId: '5f00000000000000000000' })],
		['with an id that is too long', webhook({ applicationId: '5f00000000000000000000011' })],
		['with an id that is not hexadecimal', webhook({ applicationId: '5g0000000000000000000001' })],
		['with a path for an id', webhook({ applicationId: '../accounts/5f0000000000' })],
		['with a line end in the id', webhook({ applicationId: '5f0000000000000000000001\n' })],
		['with a NUL in the id', webhook({ applicationId: '5f000000000000000000000\u0000' })],
		['with a number for an id', webhook({ applicationId: 5 })],
		['with a list for a type', { ...rest, data: { ...(data as object), type: ['applications'] } }],
		[
			'that nests too deeply',
			{ ...webhook(), deep: JSON.parse(`${'['.repeat(1000)}${']'.repeat(1000)}`) as unknown },
		],
	])('%s: 400, and nothing starts', async (_name, body) => {
		const answered = await deliverTo(
			harverTrigger({ events: ['completed', 'applicationStarted', 'statusChanged', 'other'] }),
		)(body);
		expect(answered).toMatchObject({
			status: 400,
			body: { message: 'The body is not a Harver webhook.' },
		});
		expect(answered.run).toBeUndefined();
	});
});

describe('a delivery that lacks what Harver may leave out', () => {
	const { data, relationships, ...rest } = webhook();
	const id = '5f0000000000000000000001';

	it.each([
		['without attributes', { type: 'applications', id }],
		['without a type', { id, attributes: { status: 'new' } }],
		['with null for its type', { type: null, id, attributes: { status: 'new' } }],
		['with nothing but the ID of the application', { id }],
		['with null for its attributes', { type: 'applications', id, attributes: null }],
		['with a list for its attributes', { type: 'applications', id, attributes: ['new'] }],
		['with a NUL in its status', { type: 'applications', id, attributes: { status: 'new\u0000' } }],
	])('%s is a completion when its event is CandidateStatusNew', async (_name, body) => {
		const event = 'CandidateStatusNew';
		expect(itemsOf(await deliverTo(harverTrigger())({ ...rest, event, data: body }))).toMatchObject(
			[{ eventType: 'completed', applicationId: id, accountId: null, data: body }],
		);
	});

	it('without attributes is a status change when its event is ProcessStatusHasChanged', async () => {
		const deliver = deliverTo(harverTrigger({ events: ['completed', 'statusChanged'] }));
		expect(itemsOf(await deliver({ ...rest, data: { id } }))).toMatchObject([
			{ event: 'ProcessStatusHasChanged', eventType: 'statusChanged', status: null },
		]);
	});

	it.each([
		['null', null],
		['text', 'account'],
		['a list', [relationships]],
		['an account without data', { account: {} }],
		['an account with a number for an ID', { account: { data: { id: 7 } } }],
		['an account with a NUL in its ID', { account: { data: { id: '5c\u0000' } } }],
	])('has no account when its relationships are %s', async (_name, odd) => {
		const body = { ...rest, data: { ...(data as object), relationships: odd }, relationships: odd };
		expect(itemsOf(await deliverTo(harverTrigger())(body))).toMatchObject([{ accountId: null }]);
	});
});

describe('a body that is too large', () => {
	it('gets 413 and starts nothing, by its bytes', async () => {
		const answered = await deliverTo(harverTrigger())(
			{ ...webhook(), padding: 'x'.repeat(MAX_BODY_BYTES) },
			{ ...basic(LOGIN.user, LOGIN.password), 'content-length': '10' },
		);
		expect(answered.status).toBe(413);
		expect(answered.run).toBeUndefined();
	});
	it('gets 413 and starts nothing, by its header', async () => {
		const answered = await deliverTo(harverTrigger())(webhook(), {
			...basic(LOGIN.user, LOGIN.password),
			'content-length': (MAX_BODY_BYTES + 1).toString(),
		});
		expect(answered.status).toBe(413);
		expect(answered.run).toBeUndefined();
	});
});

describe('the trigger', () => {
	it('calls no service, even when it has a Harver API credential', async () => {
		const asked: unknown[] = [];
		const listen = (request: unknown): void => void asked.push(request);
		nock.emitter.on('no match', listen);
		const json = harverTrigger(
			{ account: { __rl: true, mode: 'list', value: '5c0000000000000000000001' } },
			['harverWebhookApi', 'harverApi'],
		);
		const deliver = deliverTo(json, {
			credentials: {
				harverWebhookApi: LOGIN,
				harverApi: { clientId: 'client', clientSecret: 'secret' },
			},
		});
		expect((await deliver(webhook())).run?.status).toBe('success');
		expect((await deliver(webhook(), {})).status).toBe(401);
		nock.emitter.off('no match', listen);
		expect(asked).toEqual([]);
	});
});
