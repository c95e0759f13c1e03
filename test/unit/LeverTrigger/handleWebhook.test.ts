import nock from 'nock';

import { MAX_BODY_BYTES } from '../../../nodes/shared/webhook/request';
import {
	activated,
	countStarted,
	CREDENTIALS,
	deliverTo,
	itemsOf,
	leverTrigger,
	signed,
	TOKEN,
} from './lever';

const DAY = 24 * 60 * 60_000;

const asked: unknown[] = [];
const listen = (request: unknown): void => void asked.push(request);
beforeAll(() => nock.emitter.on('no match', listen));
afterAll(() => nock.emitter.off('no match', listen));

describe('a delivery', () => {
	it('that Lever signed starts the workflow without a request to any service', async () => {
		const deliver = await activated();
		const body = signed(TOKEN);
		const delivered = await deliver(body);
		expect(delivered.status).toBe(200);
		expect(itemsOf(delivered)).toEqual([
			{
				id: 'event-1',
				event: 'candidateStageChange',
				triggeredAt: body.triggeredAt,
				data: body.data,
			},
		]);
		expect(asked).toEqual([]);
	});

	it('signed with the token of any of the webhooks is accepted', async () => {
		const deliver = await activated({ events: ['candidateStageChange', 'candidateHired'] });
		const results = [
			await deliver(signed(TOKEN)),
			await deliver(
				signed('signature-token-of-webhook-2', {
					id: 'event-2',
					event: 'candidateHired',
					token: 'b',
				}),
			),
		];
		expect(countStarted(results)).toBe(2);
	});

	it('of "Verify Connection" gets 200 and starts nothing, as often as it comes', async () => {
		const deliver = await activated();
		const { id, ...ping } = signed(TOKEN, { event: 'candidateHired', data: {} });
		expect(id).toBe('event-1');
		for (let press = 0; press < 2; press++) {
			const answered = await deliver(ping);
			expect(answered).toMatchObject({ status: 200, body: { message: 'Connection verified.' } });
			expect(answered.run).toBeUndefined();
		}
	});

	it('with made-up data and the signature of a "Verify Connection" starts nothing', async () => {
		const deliver = await activated();
		const ping = signed(TOKEN, { event: 'candidateStageChange', data: {} });
		expect(await deliver({ ...ping, id: undefined })).toMatchObject({
			status: 200,
			body: { message: 'Connection verified.' },
		});
		const madeUp = await deliver({
			...ping,
			data: { opportunityId: 'opportunity-1', toStageId: 'stage-1' },
		});
		expect(madeUp).toMatchObject({ status: 200, body: { message: 'Duplicate delivery ignored.' } });
		expect(madeUp.run).toBeUndefined();
	});

	it('of "Verify Connection" with a wrong signature is refused', async () => {
		expect((await (await activated())(signed('another token', { data: {} }))).status).toBe(401);
	});

	it.each([
		['without a signature', 401, { ...signed(TOKEN), signature: undefined }],
		['with a malformed signature', 401, { ...signed(TOKEN), signature: 'abc' }],
		['with a wrong signature', 401, { ...signed(TOKEN), signature: 'a'.repeat(64) }],
		['signed with an unknown token', 401, signed('another token')],
		['whose time was changed', 401, { ...signed(TOKEN), triggeredAt: 1 }],
		['that is a list', 401, [signed(TOKEN)]],
		['that is empty', 401, {}],
		['that is too old', 403, signed(TOKEN, { triggeredAt: Date.now() - 15 * DAY - 60_000 })],
		['from far in the future', 403, signed(TOKEN, { triggeredAt: Date.now() + DAY })],
		['without an event', 403, signed(TOKEN, { event: '' })],
		['with a NUL in its event', 403, signed(TOKEN, { event: 'candidateStageChange\u0000' })],
		['with a line end in its event', 403, signed(TOKEN, { event: 'candidateStageChange\n' })],
		['with a list for an event', 403, signed(TOKEN, { event: ['candidateStageChange'] })],
		['with text for data', 403, signed(TOKEN, { data: 'opportunity-1' })],
		['with a list for data', 403, signed(TOKEN, { data: ['opportunity-1'] })],
		[
			'with a NUL in its signature',
			401,
			{ ...signed(TOKEN), signature: `${'a'.repeat(63)}\u0000` },
		],
		['with an object for a token', 401, { ...signed(TOKEN), token: {} }],
		['with a text for a time', 401, { ...signed(TOKEN), triggeredAt: '1760000000000' }],
		['with an impossible time', 401, { ...signed(TOKEN), triggeredAt: 1e300 }],
	])('%s gets %i and starts nothing', async (_name, status, body) => {
		const answered = await (await activated())(body);
		expect(answered).toMatchObject({
			status,
			body: { message: expect.stringMatching(/^\S.+\.$/u) as string },
		});
		expect(answered.run).toBeUndefined();
	});

	it('with odd values in its data starts the workflow with the data as it is', async () => {
		const deliver = await activated();
		const data = {
			toStageId: 'stage-offer',
			opportunityId: 'a\u0000b\r\n',
			'\u0000': [null, { __proto__: 7 }],
			lone: '\ud800',
			constructor: 'x',
		};
		expect(itemsOf(await deliver(signed(TOKEN, { id: { odd: true }, data })))).toEqual([
			{ event: 'candidateStageChange', triggeredAt: expect.any(Number) as number, data },
		]);
	});

	it('that is rerun after two weeks is accepted, unless the maximum event age is shorter', async () => {
		const late = { triggeredAt: Date.now() - 14 * DAY };
		expect((await (await activated())(signed(TOKEN, late))).run).toBeDefined();
		const strict = await activated({ options: { maxEventAge: 1 } });
		expect((await strict(signed(TOKEN, late))).status).toBe(403);
		expect((await strict(signed(TOKEN))).run).toBeDefined();
	});

	it('that is too large gets 413 and starts nothing, by its header or by its bytes', async () => {
		const deliver = await activated();
		for (const answered of [
			await deliver(signed(TOKEN), { 'content-length': (MAX_BODY_BYTES + 1).toString() }),
			await deliver(signed(TOKEN, { data: { opportunityId: 'x'.repeat(MAX_BODY_BYTES) } }), {
				'content-length': '10',
			}),
		]) {
			expect(answered.status).toBe(413);
			expect(answered.run).toBeUndefined();
		}
	});
});

describe('the filters', () => {
	let sent = 0;
	const change = (fields: Record<string, unknown> = {}): Record<string, unknown> =>
		signed(TOKEN, {
			id: `event-${(++sent).toString()}`,
			token: `token-${sent.toString()}`,
			...fields,
		});

	it('ignore other events', async () => {
		const deliver = await activated();
		const answered = await deliver(
			change({ event: 'candidateHired', data: { opportunityId: 'opportunity-1' } }),
		);
		expect(answered).toMatchObject({ status: 200, body: { message: 'Event filtered out.' } });
		expect(answered.run).toBeUndefined();
	});
	it('ignore moves to other stages, the stage given by its name', async () => {
		const deliver = await activated({ toStages: ['Offer'] });
		expect((await deliver(change())).run).toBeDefined();
		expect(
			(
				await deliver(
					change({
						data: {
							opportunityId: 'opportunity-1',
							fromStageId: 'stage-offer',
							toStageId: 'stage-screen',
						},
					}),
				)
			).run,
		).toBeUndefined();
		expect(
			(await deliver(change({ data: { opportunityId: 'opportunity-1' } }))).run,
		).toBeUndefined();
	});
	it('ignore moves from other stages', async () => {
		const deliver = await activated({
			fromStages: '={{ "stage-screen, Twin Peaks".split(",")[0] }}',
		});
		expect((await deliver(change())).run).toBeDefined();
		expect(
			(await deliver(change({ data: { fromStageId: 'stage-offer', toStageId: 'stage-offer' } })))
				.run,
		).toBeUndefined();
	});
});

describe('without a signature token', () => {
	it('every delivery is refused', async () => {
		for (const parameters of [{}, { registration: 'manual' }]) {
			const answered = await deliverTo(leverTrigger(parameters, ['leverApi']), {
				credentials: CREDENTIALS,
			})(signed(TOKEN));
			expect(answered.status).toBe(403);
			expect(answered.run).toBeUndefined();
		}
	});
	it('unsigned deliveries are accepted only if the option says so, each once', async () => {
		const json = leverTrigger({ registration: 'manual', options: { allowUnsigned: true } }, [
			'leverApi',
		]);
		const deliver = deliverTo(json, { credentials: CREDENTIALS, staticData: {} });
		const unsigned = { ...signed(TOKEN), signature: undefined };
		expect(countStarted([await deliver(unsigned), await deliver(unsigned)])).toBe(1);
	});
	it('a body that nests too deeply is refused even then', async () => {
		const json = leverTrigger({ registration: 'manual', options: { allowUnsigned: true } }, [
			'leverApi',
		]);
		const deep = JSON.parse(`${'['.repeat(1000)}${']'.repeat(1000)}`) as unknown;
		const answered = await deliverTo(json, { credentials: CREDENTIALS, staticData: {} })({
			...signed(TOKEN),
			data: { deep },
		});
		expect(answered.status).toBe(401);
		expect(answered.run).toBeUndefined();
	});
});

describe('with webhooks created manually in Lever', () => {
	const manual = { registration: 'manual' };
	it('the tokens of the credential are used, whatever separates them', async () => {
		for (const separator of [',', ' ', '\n', ', ']) {
			const options = {
				credentials: {
					...CREDENTIALS,
					leverWebhookApi: { signatureTokens: ['token-one', 'token-two'].join(separator) },
				},
				staticData: {},
			};
			const deliver = deliverTo(leverTrigger(manual), options);
			expect((await deliver(signed('token-two'))).run).toBeDefined();
			expect((await deliver(signed('token-three', { token: 'b' }))).status).toBe(401);
		}
	});
	it('unsigned deliveries are refused once there is a token, even if the option accepts them', async () => {
		const options = {
			credentials: { ...CREDENTIALS, leverWebhookApi: { signatureTokens: 'token-one' } },
			staticData: {},
		};
		const answered = await deliverTo(
			leverTrigger({ ...manual, options: { allowUnsigned: true } }),
			options,
		)({ ...signed('token-one'), signature: undefined });
		expect(answered.status).toBe(401);
	});
	it('every delivery is refused while the credential cannot be read, even if the option accepts unsigned ones', async () => {
		const answered = await deliverTo(
			leverTrigger({ ...manual, options: { allowUnsigned: true } }),
			{ credentials: CREDENTIALS, staticData: {} },
		)(signed(TOKEN));
		expect(answered.status).toBe(403);
		expect(answered.run).toBeUndefined();
	});
});
