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
		expect(again).toMatchObject({ status: 200, body: { message: 'Received before.' } });
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

	it('is another when the application, the event or the time is another', async () => {
		const deliver = deliverTo(harverTrigger());
		const results = [
			await deliver(webhook()),
			await deliver(webhook({ applicationId: '5f0000000000000000000002' })),
			await deliver(webhook({ event: 'CandidateStatusNew' })),
			await deliver(webhook({ triggeredAt: 1_760_000_001 })),
		];
		expect(started(results)).toBe(4);
	});

	it('is the same when its application is written in capitals, or its data claims something else', async () => {
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

	it('is not remembered when it was refused or not asked for', async () => {
		const staticData = {};
		const json = harverTrigger();
		await deliverTo(json, { staticData })(webhook(), basic(LOGIN.user, 'wrong'));
		expect((await deliverTo(json, { staticData })(webhook())).run).toBeDefined();
	});

	it('is no repeat when n8n failed to start the workflow the first time', async () => {
		const deliver = deliverTo(harverTrigger());
		const login = basic(LOGIN.user, LOGIN.password);
		expect(await deliver(webhook(), login, { startFails: true })).toMatchObject({ status: 500 });
		expect((await deliver(webhook(), login)).run).toBeDefined();
		expect((await deliver(webhook(), login)).run).toBeUndefined();
	});
	it('starts the workflow again while somebody tries it in the editor', async () => {
		const deliver = deliverTo(harverTrigger(), { trial: true });
		expect(started([await deliver(webhook()), await deliver(webhook())])).toBe(2);
	});
});

describe('a body that is no Harver webhook', () => {
	const { data, ...rest } = webhook();
	it.each([
		['empty', {}],
		['a list', [webhook()]],
		['a text', 'ProcessStatusHasChanged'],
		['without event', { ...rest, data, event: undefined }],
		['with an empty event', webhook({ event: '' })],
		['with an event that is no text', webhook({ event: ['ApplicationStarted'] })],
		['without time', { data, event: 'ApplicationStarted' }],
		['with a time as text', webhook({ triggeredAt: '1760000000' })],
		['with a time before all times', webhook({ triggeredAt: -1 })],
		['with a time after all times', webhook({ triggeredAt: 1e300 })],
		['without data', rest],
		['with data that is a list', { ...rest, data: [data] }],
		['about something else', { ...rest, data: { ...(data as object), type: 'vacancies' } }],
		['without id', { ...rest, data: { type: 'applications', attributes: {} } }],
		['with an id that is too short', webhook({ applicationId: '5f00000000000000000000' })],
		['with an id that is too long', webhook({ applicationId: '5f00000000000000000000011' })],
		['with an id of other letters', webhook({ applicationId: '5g0000000000000000000001' })],
		['with a path for an id', webhook({ applicationId: '../accounts/5f0000000000' })],
		['with a second line in the id', webhook({ applicationId: '5f0000000000000000000001\n' })],
		['with a number for an id', webhook({ applicationId: 5 })],
		[
			'nested without end',
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

	it('may lack the status: Harver is asked for it later anyhow', async () => {
		const body = {
			...rest,
			event: 'ApplicationStarted',
			data: { type: 'applications', id: '5f0000000000000000000001' },
		};
		expect(
			itemsOf(await deliverTo(harverTrigger({ events: ['applicationStarted'] }))(body)),
		).toMatchObject([{ status: null }]);
	});
});

describe('a body that is too large', () => {
	it('gets 413 and starts nothing, by what was sent', async () => {
		const answered = await deliverTo(harverTrigger())(
			{ ...webhook(), padding: 'x'.repeat(MAX_BODY_BYTES) },
			{ ...basic(LOGIN.user, LOGIN.password), 'content-length': '10' },
		);
		expect(answered.status).toBe(413);
		expect(answered.run).toBeUndefined();
	});
	it('gets 413 and starts nothing, by what it says', async () => {
		const answered = await deliverTo(harverTrigger())(webhook(), {
			...basic(LOGIN.user, LOGIN.password),
			'content-length': (MAX_BODY_BYTES + 1).toString(),
		});
		expect(answered.status).toBe(413);
		expect(answered.run).toBeUndefined();
	});
});

describe('the trigger', () => {
	it('asks no service, even when it has a Harver API credential', async () => {
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
