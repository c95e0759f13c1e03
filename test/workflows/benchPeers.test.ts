import { createHmac } from 'node:crypto';

import { loadWorkflow } from '../bench/loadWorkflow';
import { runWorkflow, type WorkflowJson } from '../harness';
import {
	DEMO_API_KEY,
	DEMO_CANDIDATE,
	startSandbox,
	TRIGGER_STAGE,
	type Sandbox,
} from '../sandbox';

const SIGNATURE_TOKEN = 'any';
let sandbox: Sandbox;

beforeEach(async () => {
	sandbox = await startSandbox();
});

afterEach(async () => {
	await sandbox.close();
});

it("the bench's peer workflow, built from n8n's own nodes, invites a candidate who is moved, and nobody for a forged webhook", async () => {
	const { lever, harver } = sandbox;
	const ada = lever.opportunities.find((one) => lever.getContactFor(one).name === DEMO_CANDIDATE);
	const stage = lever.stages.find(({ text }) => text === TRIGGER_STAGE);
	const flow = (await loadWorkflow(sandbox, 'peer-invite.json')) as unknown as WorkflowJson;
	const move = async (signatureToken: string) => {
		const triggeredAt = Date.now();
		const signature = createHmac('sha256', signatureToken)
			.update(`token${triggeredAt.toString()}`)
			.digest('hex');
		const body = {
			token: 'token',
			triggeredAt,
			signature,
			data: { opportunityId: ada?.id ?? '', toStageId: stage?.id ?? '' },
		};
		const credentials = {
			httpBasicAuth: { user: DEMO_API_KEY, password: '' },
			crypto: { hmacSecret: SIGNATURE_TOKEN },
		};
		return await runWorkflow(flow, {
			startNode: 'Candidate Is Moved',
			items: [{ json: { body } }],
			credentials,
		});
	};
	expect((await move('forged')).nodesRun).not.toContain('Invite');
	expect((await move(SIGNATURE_TOKEN)).failure).toBeUndefined();
	expect(harver.emails.map(({ to }) => to)).toEqual(['ada@example.org']);
	expect(ada?.tags).toContain('Harver: Invited');
	expect(ada?.notes).toHaveLength(1);
});
