import assert from 'node:assert/strict';

import type { Demo } from '../host/demo';
import { TRIGGER_STAGE } from '../sandbox';
import {
	getApplicationsFor,
	FLOW_6,
	inviteCandidate,
	move,
	createCandidate,
	waitUntil,
	type Scenario,
} from './scenario';

/** Runs the sweep once and waits for its end. */
export async function sweep({ client }: Demo): Promise<void> {
	const id = await client.runManually(FLOW_6, 'By Hand');
	const ended = async () =>
		(await client.listExecutions(FLOW_6)).find(
			(execution) =>
				execution.id === id && !['new', 'running', 'waiting'].includes(execution.status),
		);
	await waitUntil('the end of the sweep', async () => (await ended()) !== undefined, 120_000);
	assert.equal((await ended())?.status, 'success', await client.readExecution(id));
}

export const reconcileScenarios: Scenario[] = [
	{
		name: 'the sweep sends missed invitations and adds missed results, once',
		run: async (demo) => {
			const { webhooks, harverWebhook, harver } = demo.sandbox;
			const { opportunity: finished, application } = await inviteCandidate(demo, 'Mara Missed');
			const settings = harverWebhook.settings ?? assert.fail('Harver has no webhook.');
			harverWebhook.configure(null);
			webhooks.disabledEvents.add('candidateStageChange');
			harver.complete(application.id, 77);
			const waiting = createCandidate(demo, 'Wanda Waiting');
			move(demo, 'Wanda Waiting', TRIGGER_STAGE);
			harverWebhook.configure(settings);
			webhooks.disabledEvents.clear();

			for (const round of [1, 2]) {
				await sweep(demo);
				assert.equal(
					getApplicationsFor(demo, waiting).length,
					1,
					`applications after round ${round.toString()}`,
				);
				assert.ok(waiting.tags.includes('Harver: Invited'));
				assert.equal(waiting.notes.length, 1);
				assert.ok(finished.tags.includes('Harver: 77%'));
				assert.equal(finished.notes.length, 2);
				assert.equal(finished.files.length, 1);
			}
			assert.equal(
				harver.emails.filter(
					({ applicationId }) => applicationId === getApplicationsFor(demo, waiting)[0]?.id,
				).length,
				1,
			);
		},
	},
];
