import assert from 'node:assert/strict';
import { createHmac, randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';

import axios from 'axios';

import type { Demo } from '../host/demo';
import { getCandidate, FLOW_1, type Scenario } from './scenario';

/** Time in which an execution would have begun. */
const SETTLE = 1500;

function delivery(
	demo: Demo,
	changes: Record<string, unknown> = {},
	signatureToken?: string,
): Record<string, unknown> {
	const webhook = stageWebhook(demo);
	const stage = demo.sandbox.lever.stages.find(({ text }) => text === 'Harver Assessment')?.id;
	const body: Record<string, unknown> = {
		id: randomBytes(8).toString('hex'),
		event: webhook.event,
		triggeredAt: Date.now(),
		token: randomBytes(24).toString('hex'),
		data: {
			opportunityId: getCandidate(demo, 'Eve Archer').id,
			fromStageId: 'lead-new',
			toStageId: stage,
		},
		...changes,
	};
	const signature = createHmac('sha256', signatureToken ?? webhook.signatureToken)
		.update(`${String(body.token)}${String(body.triggeredAt)}`)
		.digest('hex');
	return { ...body, signature: 'signature' in changes ? changes.signature : signature };
}

function stageWebhook({ sandbox }: Demo) {
	return (
		sandbox.webhooks.webhooks.find(({ event }) => event === 'candidateStageChange') ??
		assert.fail('No webhook is registered.')
	);
}

async function send(demo: Demo, body: unknown): Promise<number> {
	return (
		await axios.post(stageWebhook(demo).url, body, { validateStatus: () => true, proxy: false })
	).status;
}

async function startsNothing(demo: Demo, act: () => Promise<void>): Promise<void> {
	const before = (await demo.client.listExecutions(FLOW_1)).length;
	await act();
	await sleep(SETTLE);
	assert.equal(
		(await demo.client.listExecutions(FLOW_1)).length,
		before,
		'an execution was started',
	);
}

export const webhookScenarios: Scenario[] = [
	{
		name: 'forged, unsigned and malformed webhooks get 401 and start nothing',
		run: async (demo) => {
			await startsNothing(demo, async () => {
				assert.equal(await send(demo, delivery(demo, {}, randomBytes(24).toString('hex'))), 401);
				assert.equal(await send(demo, delivery(demo, { signature: undefined })), 401);
				assert.equal(await send(demo, delivery(demo, { signature: 'f'.repeat(64) })), 401);
				assert.equal(await send(demo, {}), 401);
			});
		},
	},
	{
		name: 'webhooks that are too old or from the future get 403 and start nothing',
		run: async (demo) => {
			await startsNothing(demo, async () => {
				assert.equal(
					await send(demo, delivery(demo, { triggeredAt: Date.now() - 16 * 86_400_000 })),
					403,
				);
				assert.equal(
					await send(demo, delivery(demo, { triggeredAt: Date.now() + 3_600_000 })),
					403,
				);
			});
		},
	},
	{
		name: 'a repeated webhook gets 200 and starts one execution, not two',
		run: async (demo) => {
			const before = (await demo.client.listExecutions(FLOW_1)).length;
			const body = delivery(demo);
			assert.deepEqual(
				await Promise.all([send(demo, body), send(demo, body), send(demo, body)]),
				[200, 200, 200],
			);
			assert.equal(
				await send(demo, {
					...body,
					data: {
						opportunityId: getCandidate(demo, 'Madonna').id,
						toStageId: (body.data as Record<string, unknown>).toStageId,
					},
				}),
				200,
			);
			await sleep(SETTLE);
			assert.equal((await demo.client.listExecutions(FLOW_1)).length, before + 1);
		},
	},
	{
		name: '"Verify Connection" passes and starts nothing',
		run: async (demo) => {
			await startsNothing(demo, async () => {
				assert.deepEqual((await demo.sandbox.webhooks.verify(stageWebhook(demo))).statuses, [200]);
			});
		},
	},
	{
		name: 'a move to another stage gets 200 and starts nothing',
		run: async (demo) => {
			await startsNothing(demo, async () => {
				assert.equal(
					await send(demo, delivery(demo, { data: { opportunityId: 'any', toStageId: 'offer' } })),
					200,
				);
			});
		},
	},
];
