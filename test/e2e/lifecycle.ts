import assert from 'node:assert/strict';

import { FLOW_1, FLOW_2, waitUntil, type Scenario } from './scenario';

export const lifecycleScenarios: Scenario[] = [
	{
		name: 'unpublishing deletes the webhooks in Lever, publishing creates one of each again',
		run: async ({ client, sandbox }) => {
			const ofBoth = ['applicationCreated', 'candidateStageChange'];
			const events = (): string[] =>
				sandbox.webhooks.webhooks
					.map(({ event }) => event)
					.filter((event) => ofBoth.includes(event))
					.sort();
			for (const id of [FLOW_1, FLOW_2]) await client.unpublish(id);
			await waitUntil('no webhook is left in Lever', () => events().length === 0);
			for (const id of [FLOW_1, FLOW_2]) await client.publish(id);
			await waitUntil('both webhooks are back', () => events().length === 2);
			assert.deepEqual(events(), ofBoth);
		},
	},
];
