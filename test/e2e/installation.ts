import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import path from 'node:path';

import type { Demo } from '../host/demo';
import { N8N } from '../host/paths';
import { waitUntil, type Scenario } from './scenario';

const PROBE = path.join(__dirname, 'printResolution.cjs');
/** Longer than one request takes, shorter than the first retries. */
const AT_ONCE = 5_000;

export const installationScenarios: Scenario[] = [
	{
		name: "the installed package loads n8n's own n8n-workflow",
		run: async ({ n8n }) => {
			const output = await n8n.command(
				['export:nodes', `--output=${path.join(n8n.userFolder, 'nodes.json')}`],
				{ NODE_OPTIONS: `--require=${PROBE}` },
			);
			const loaded = [...output.matchAll(/^n8n-workflow is (.+)$/gmu)].map(([, file]) => file);
			assert.deepEqual([...new Set(loaded)], [createRequire(N8N).resolve('n8n-workflow')]);
		},
	},
	{
		name: 'a wrong Lever key fails at once, with what to check',
		run: async (demo) => {
			const workflowId = await createReadingWorkflow(demo, 'wrong-key');
			const executionId = await demo.client.runManually(workflowId, 'Start');
			await waitUntil(
				'the failed execution',
				async () => (await demo.client.getStatus(executionId)) === 'error',
				AT_ONCE,
			);
			assert.match(
				await demo.client.readExecution(executionId),
				/Check the key and the environment in the Lever credential\. Lever answered 401/u,
			);
		},
	},
];

/** A workflow that reads an opportunity with a Lever key of its own, started by hand from "Start". Returns its ID. */
async function createReadingWorkflow({ client, sandbox }: Demo, apiKey: string): Promise<string> {
	const name = `Lever with the key ${apiKey}`;
	const data = { apiKey, environment: 'custom', baseUrl: `${sandbox.url}/v1` };
	const id = await client.createCredential({ name, type: 'leverApi', data });
	return await client.createWorkflow({
		name,
		nodes: [
			{
				id: 'start',
				name: 'Start',
				type: 'n8n-nodes-base.manualTrigger',
				typeVersion: 1,
				position: [0, 0],
				parameters: {},
			},
			{
				id: 'read',
				name: 'Get Opportunity',
				type: 'n8n-nodes-lever-harver.lever',
				typeVersion: 1,
				position: [200, 0],
				parameters: {
					resource: 'opportunity',
					operation: 'get',
					opportunityId: { __rl: true, mode: 'id', value: 'opportunity-1' },
				},
				credentials: { leverApi: { id, name } },
			},
		],
		connections: { Start: { main: [[{ node: 'Get Opportunity', type: 'main', index: 0 }]] } },
		settings: {},
	});
}
