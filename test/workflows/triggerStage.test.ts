import type { IDataObject } from 'n8n-workflow';

import { activate, callWebhook, deactivate, type HarnessOptions } from '../harness';
import { readShippedWorkflow } from './shippedWorkflows';
import {
	delivery,
	endOfStory,
	expectNoSecretIn,
	given,
	OPPORTUNITY,
	OTHER_STAGE,
	run,
	TRIGGER_STAGE,
	type Services,
	type Story,
} from './services';
import { invitationTo, invitedComment, tagAdded } from './services/writes';

const flow = readShippedWorkflow('1-invite-at-the-trigger-stage.json');
const SUPPORT = 'Customer Support Agent';

let services: Services;

function inTheStory(story: Story = {}): Services {
	services = given(story);
	return services;
}

afterEach(() => {
	endOfStory(services);
});

it('does nothing for a candidate who has left the stage', async () => {
	const { asked, written } = inTheStory({ opportunity: { stage: OTHER_STAGE } });
	const result = await run(flow, services);
	expect(result.status).toBe('success');
	expect(result.nodesRun.at(-1)).toBe('Still in the Stage?');
	expect(asked).toEqual([`Lever GET /opportunities/${OPPORTUNITY}`]);
	expect(written).toEqual([]);
});

it.each([
	['any stage, when none is chosen', [], OTHER_STAGE, true],
	['a stage chosen from the list', [TRIGGER_STAGE.id], TRIGGER_STAGE, true],
	['another stage than the one chosen from the list', [TRIGGER_STAGE.id], OTHER_STAGE, false],
	['a stage that an expression names', '={{ "harver assessment" }}', TRIGGER_STAGE, true],
])('looks whether the candidate is in %s', async (_what, toStages, stage, invited) => {
	const { written } = inTheStory({ opportunity: { stage } });
	const changed = structuredClone(flow);
	const trigger = changed.nodes.find(({ name }) => name === 'Candidate Reaches the Stage');
	if (trigger) trigger.parameters = { ...trigger.parameters, toStages };
	const result = await run(changed, services);
	expect(result.failure).toBeUndefined();
	expect(written).toHaveLength(invited ? 3 : 0);
});

describe('from the webhook', () => {
	async function activated(
		story: Story = {},
	): Promise<HarnessOptions & { staticData: IDataObject }> {
		const options = { credentials: inTheStory(story).credentials, staticData: {} };
		await activate(flow, options);
		services.written.length = 0;
		return options;
	}

	it('registers one webhook in Lever, for stage changes', async () => {
		const options = { credentials: inTheStory().credentials, staticData: {} };
		expect(await activate(flow, options)).toBe(false);
		expect(services.lever.webhooks).toEqual([
			{
				id: 'webhook-1',
				event: 'candidateStageChange',
				url: expect.stringMatching(/^https:\/\//u) as string,
			},
		]);
		expect(await activate(flow, options)).toBe(true);
		expect(services.lever.webhooks).toHaveLength(1);
	});

	it('removes the webhook again', async () => {
		const options = await activated();
		await deactivate(flow, options);
		expect(services.lever.webhooks).toEqual([]);
	});

	it('starts on a delivery signed by Lever, and answers at once', async () => {
		const options = await activated();
		const { status, run: started } = await callWebhook(flow, options, { body: delivery() });
		expect(status).toBe(200);
		expect(started?.failure).toBeUndefined();
		expect(services.written).toEqual([
			invitationTo(SUPPORT),
			invitedComment(SUPPORT),
			tagAdded('Harver: Invited'),
		]);
		if (started) expectNoSecretIn(started, services);
	});

	it.each([
		['is signed with another token', { signedWith: 'somebody-else' }, {}, 401],
		['is not signed', {}, { signature: undefined }, 401],
		['has its time changed', {}, { triggeredAt: Date.now() + 1000 }, 401],
		['is about another stage', { toStageId: OTHER_STAGE.id }, {}, 200],
		['is the button Verify Connection', {}, { data: {} }, 200],
	])('does not start on a delivery that %s', async (_what, parts, changes, answer) => {
		const options = await activated();
		const { status, run: started } = await callWebhook(flow, options, {
			body: { ...delivery(parts), ...changes },
		});
		expect(status).toBe(answer);
		expect(started).toBeUndefined();
		expect(services.written).toEqual([]);
	});

	it('starts once for a repeated delivery', async () => {
		const options = await activated();
		const body = delivery();
		await callWebhook(flow, options, { body });
		const { status, run: startedAgain } = await callWebhook(flow, options, { body });
		expect(status).toBe(200);
		expect(startedAgain).toBeUndefined();
		expect(services.harver.applications.size).toBe(1);
	});
});
