import { WebhookContext } from 'n8n-core';
import nock from 'nock';

import { throttleDeliveries } from '../../../nodes/LeverTrigger/handleWebhook';
import { activate, type HarnessOptions } from '../../harness';
import {
	activated,
	countStarted,
	CREDENTIALS,
	deliverTo,
	LeverOnTheWire,
	leverTrigger,
	signed,
	TOKEN,
} from './lever';

// Time that a test lets pass. It never goes back, as the throttle would wait for it.
let elapsed = 0;
const now = performance.now.bind(performance);
beforeAll(() => jest.spyOn(performance, 'now').mockImplementation(() => now() + elapsed));
afterEach(() => {
	nock.cleanAll();
});

describe('a delivery that comes again', () => {
	it('gets 200 and starts nothing', async () => {
		const deliver = await activated();
		const body = signed(TOKEN);
		await deliver(body);
		const again = await deliver(body);
		expect(again).toMatchObject({ status: 200, body: { message: 'Duplicate delivery ignored.' } });
		expect(again.run).toBeUndefined();
	});
	it('starts the workflow once, when all come at the same time', async () => {
		const deliver = await activated();
		const body = signed(TOKEN);
		const results = await Promise.all(Array.from({ length: 10 }, async () => await deliver(body)));
		expect(results.every(({ status }) => status === 200)).toBe(true);
		expect(countStarted(results)).toBe(1);
	});
	it('starts the workflow when n8n could not start it the first time', async () => {
		const deliver = await activated();
		const body = signed(TOKEN);
		const failed = await deliver(body, {}, { startFails: true });
		expect(failed.status).toBe(500);
		expect(failed.run).toBeUndefined();
		expect(countStarted([await deliver(body), await deliver(body)])).toBe(1);
	});
	it('with the same signature cannot start the workflow for another opportunity', async () => {
		const deliver = await activated();
		const body = signed(TOKEN);
		await deliver(body);
		expect(
			(await deliver({ ...body, id: 'event-2', data: { opportunityId: 'opportunity-2' } })).run,
		).toBeUndefined();
	});
	it('is a duplicate for minutes only, so that a rerun in Lever hours later starts the workflow', async () => {
		const deliver = await activated();
		const body = signed(TOKEN);
		await deliver(body);
		elapsed += 60 * 60_000;
		expect((await deliver(body)).run).toBeDefined();
	});
	it('starts the workflow when the first one was refused or filtered out', async () => {
		const deliver = await activated();
		const body = signed(TOKEN);
		expect((await deliver({ ...body, event: 'candidateHired' })).body).toEqual({
			message: 'Event filtered out.',
		});
		expect((await deliver({ ...body, signature: 'a'.repeat(64) })).status).toBe(401);
		expect((await deliver(body)).run).toBeDefined();
	});
	it('is recognized without a change of the static data, which n8n does not save after a delivery', async () => {
		const deliver = await activated();
		const getStaticData = jest.spyOn(WebhookContext.prototype, 'getWorkflowStaticData');
		const body = signed(TOKEN);
		expect(countStarted([await deliver(body), await deliver(body)])).toBe(1);
		expect(getStaticData).toHaveBeenCalled();
		for (const { value } of getStaticData.mock.results)
			expect(Object.keys(value as object).sort()).toEqual(['stageIds', 'webhooks']);
		getStaticData.mockRestore();
	});
	it('starts the workflow every time in a test run in the editor', async () => {
		const lever = new LeverOnTheWire();
		const json = leverTrigger();
		const options: HarnessOptions = { credentials: CREDENTIALS, staticData: {}, trial: true };
		await activate(json, options);
		expect(lever.webhooks).toHaveLength(1);
		const body = signed(TOKEN);
		const deliver = deliverTo(json, options);
		expect(countStarted([await deliver(body), await deliver(body)])).toBe(2);
	});
});

describe('many deliveries at once', () => {
	it('start the workflow one after another, in the order in which they arrived', async () => {
		const order: number[] = [];
		const all = Array.from({ length: 30 }, async (_, number) => {
			await throttleDeliveries();
			order.push(number);
		});
		await new Promise((resolve) => setImmediate(resolve));
		expect(order.length).toBeGreaterThan(0);
		expect(order.length).toBeLessThan(30);
		await Promise.all(all);
		expect(order).toEqual(Array.from({ length: 30 }, (_, number) => number));
	});
});
