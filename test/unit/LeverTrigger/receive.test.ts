import type {
	ICredentialDataDecryptedObject,
	ICredentialTestFunctions,
	INodeParameters,
} from 'n8n-workflow';
import nock from 'nock';

import { testSignatureTokens } from '../../../nodes/LeverTrigger/testSignatureTokens';
import { MAX_BODY_BYTES } from '../../../nodes/shared/webhook/request';
import { activate, type HarnessOptions, type WebhookResult } from '../../harness';
import { runLoader } from '../runNode';
import { CREDENTIALS, deliverTo, itemsOf, LeverOnTheWire, leverTrigger, signed } from './lever';

const DAY = 24 * 60 * 60_000;
const TOKEN = 'signature-token-of-webhook-1';

const asked: unknown[] = [];
const listen = (request: unknown): void => void asked.push(request);
beforeAll(() => nock.emitter.on('no match', listen));
afterAll(() => nock.emitter.off('no match', listen));
afterEach(() => {
	nock.cleanAll();
});

/** A trigger that has been activated, and Lever gone since: whatever it would ask fails. */
async function activated(parameters: INodeParameters = {}): Promise<ReturnType<typeof deliverTo>> {
	const lever = new LeverOnTheWire();
	const json = leverTrigger(parameters);
	const options: HarnessOptions = { credentials: CREDENTIALS, staticData: {} };
	await activate(json, options);
	expect(lever.webhooks).not.toEqual([]);
	nock.cleanAll();
	return deliverTo(json, options);
}

const started = (results: WebhookResult[]): number =>
	results.filter(({ run }) => run !== undefined).length;

describe('a delivery', () => {
	it('that Lever signed starts the workflow, and nobody is asked', async () => {
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
		expect(started(results)).toBe(2);
	});

	it('of "Verify Connection" gets 200 and starts nothing, however often', async () => {
		const deliver = await activated();
		const { id, ...ping } = signed(TOKEN, { event: 'candidateHired', data: {} });
		expect(id).toBe('event-1');
		for (let press = 0; press < 2; press++) {
			const answered = await deliver(ping);
			expect(answered).toMatchObject({ status: 200, body: { message: 'Verified.' } });
			expect(answered.run).toBeUndefined();
		}
	});

	it('made up on the signature of a "Verify Connection" starts nothing', async () => {
		const deliver = await activated();
		const ping = signed(TOKEN, { event: 'candidateStageChange', data: {} });
		expect(await deliver({ ...ping, id: undefined })).toMatchObject({
			status: 200,
			body: { message: 'Verified.' },
		});
		const madeUp = await deliver({
			...ping,
			data: { opportunityId: 'opportunity-1', toStageId: 'stage-1' },
		});
		expect(madeUp).toMatchObject({ status: 200, body: { message: 'Received before.' } });
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
		['that is stale', 403, signed(TOKEN, { triggeredAt: Date.now() - 15 * DAY - 60_000 })],
		['from far in the future', 403, signed(TOKEN, { triggeredAt: Date.now() + DAY })],
		['without an event', 403, signed(TOKEN, { event: '' })],
	])('%s gets %i and starts nothing', async (_name, status, body) => {
		const answered = await (await activated())(body);
		expect(answered.status).toBe(status);
		expect(answered.run).toBeUndefined();
	});

	it('that Lever repeats after two weeks is accepted, unless the setting says otherwise', async () => {
		const late = { triggeredAt: Date.now() - 14 * DAY };
		expect((await (await activated())(signed(TOKEN, late))).run).toBeDefined();
		const strict = await activated({ options: { maxAgeDays: 1 } });
		expect((await strict(signed(TOKEN, late))).status).toBe(403);
		expect((await strict(signed(TOKEN))).run).toBeDefined();
	});

	it('too large gets 413 and starts nothing, by what it says and by what was sent', async () => {
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

describe('a delivery that comes again', () => {
	it('gets 200 and starts nothing', async () => {
		const deliver = await activated();
		const body = signed(TOKEN);
		await deliver(body);
		const again = await deliver(body);
		expect(again).toMatchObject({ status: 200, body: { message: 'Received before.' } });
		expect(again.run).toBeUndefined();
	});
	it('starts the workflow once, when all come at the same time', async () => {
		const deliver = await activated();
		const body = signed(TOKEN);
		const results = await Promise.all(Array.from({ length: 10 }, async () => await deliver(body)));
		expect(results.every(({ status }) => status === 200)).toBe(true);
		expect(started(results)).toBe(1);
	});
	it('is no repeat when n8n failed to start the workflow the first time', async () => {
		const deliver = await activated();
		const body = signed(TOKEN);
		const failed = await deliver(body, {}, { startFails: true });
		expect(failed.status).toBe(500);
		expect(failed.run).toBeUndefined();
		expect(started([await deliver(body), await deliver(body)])).toBe(1);
	});
	it('cannot start another opportunity with the signature of the first', async () => {
		const deliver = await activated();
		const body = signed(TOKEN);
		await deliver(body);
		expect(
			(await deliver({ ...body, id: 'event-2', data: { opportunityId: 'opportunity-2' } })).run,
		).toBeUndefined();
	});
	it('starts the workflow again while somebody tries it in the editor', async () => {
		const lever = new LeverOnTheWire();
		const json = leverTrigger();
		const options: HarnessOptions = { credentials: CREDENTIALS, staticData: {}, trial: true };
		await activate(json, options);
		expect(lever.webhooks).toHaveLength(1);
		const body = signed(TOKEN);
		const deliver = deliverTo(json, options);
		expect(started([await deliver(body), await deliver(body)])).toBe(2);
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

	it('hold back other events', async () => {
		const deliver = await activated();
		const answered = await deliver(
			change({ event: 'candidateHired', data: { opportunityId: 'opportunity-1' } }),
		);
		expect(answered).toMatchObject({ status: 200, body: { message: 'Not asked for.' } });
		expect(answered.run).toBeUndefined();
	});
	it('hold back moves to other stages, the stage given by its name', async () => {
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
	it('hold back moves from other stages', async () => {
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
	it('everything is refused', async () => {
		for (const parameters of [{}, { registration: 'manual' }]) {
			const answered = await deliverTo(leverTrigger(parameters, ['leverApi']), {
				credentials: CREDENTIALS,
			})(signed(TOKEN));
			expect(answered.status).toBe(403);
			expect(answered.run).toBeUndefined();
		}
	});
	it('unsigned deliveries are accepted when somebody has chosen so, and repeats of them are not', async () => {
		const json = leverTrigger({ registration: 'manual', options: { allowUnsigned: true } }, [
			'leverApi',
		]);
		const deliver = deliverTo(json, { credentials: CREDENTIALS, staticData: {} });
		const unsigned = { ...signed(TOKEN), signature: undefined };
		expect(started([await deliver(unsigned), await deliver(unsigned)])).toBe(1);
	});
	it('what nests without end is refused, even then', async () => {
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

describe('with webhooks made by hand', () => {
	const manual = { registration: 'manual' };
	it('the tokens of the credential verify, however they are separated', async () => {
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
	it('unsigned deliveries are refused once there is a token, whatever the switch says', async () => {
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
	it('a credential that cannot be read opens nothing, whatever the switch says', async () => {
		const answered = await deliverTo(
			leverTrigger({ ...manual, options: { allowUnsigned: true } }),
			{ credentials: CREDENTIALS, staticData: {} },
		)(signed(TOKEN));
		expect(answered.status).toBe(403);
		expect(answered.run).toBeUndefined();
	});
});

describe('in the editor', () => {
	const test = async (data: ICredentialDataDecryptedObject) =>
		await testSignatureTokens.call({} as ICredentialTestFunctions, {
			id: '1',
			name: 'Lever webhooks',
			type: 'leverWebhookApi',
			data,
		});

	it('signature tokens that were copied whole are accepted', async () => {
		expect(await test({ signatureTokens: `${'a'.repeat(48)}, ${'b'.repeat(48)}` })).toMatchObject({
			status: 'OK',
			message: expect.stringContaining('2 signature token(s)') as string,
		});
	});
	it.each([[{}], [{ signatureTokens: ' , ' }], [{ signatureTokens: `${'a'.repeat(48)} abc` }]])(
		'signature tokens %j are not',
		async (data) => {
			expect((await test(data)).status).toBe('Error');
		},
	);

	it('the stages can be chosen, and one that the workflow names is shown as chosen', async () => {
		const lever = new LeverOnTheWire();
		lever.stages = lever.stages.slice(0, 2);
		expect(
			await runLoader({
				node: 'leverTrigger',
				method: 'getStages',
				parameters: { toStages: ['offer'] },
				credentials: CREDENTIALS,
			}),
		).toEqual([
			{
				name: 'offer',
				value: 'offer',
				description: 'Found by its name when the workflow is published',
			},
			{ name: 'Screen', value: 'stage-screen' },
		]);
	});
});
