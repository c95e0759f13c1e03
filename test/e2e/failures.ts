import assert from 'node:assert/strict';

import { TRIGGER_STAGE } from '../sandbox';
import {
	waitForExecutions,
	FLOW_1,
	FLOW_7,
	move,
	createCandidate,
	waitUntil,
	type Scenario,
} from './scenario';

/** n8n's own tries of a step that failed. */
const TRIES = 3;

export const failureScenarios: Scenario[] = [
	{
		name: 'a workflow that fails leaves the reason on the profile',
		run: async (demo) => {
			const before = (await demo.client.listExecutions(FLOW_1)).length;
			demo.sandbox.faults.add({
				service: 'lever',
				method: 'POST',
				path: '/notes',
				status: 403,
				times: TRIES,
			});
			const opportunity = createCandidate(demo, 'Fred Failure');
			move(demo, 'Fred Failure', TRIGGER_STAGE);
			const [execution] = await waitForExecutions(demo, FLOW_1, before + 1, 60_000);
			assert.equal(execution?.status, 'error');
			await waitUntil(
				'the comment on the failure',
				() => opportunity.notes.length === 1 && opportunity.tags.includes('Harver: Problem'),
			);
			assert.match(
				opportunity.notes[0]?.value ?? '',
				/"Invite at the Trigger Stage" stopped at "Comment on the Invitation": Lever refused to create a note/u,
			);
			assert.match(opportunity.notes[0]?.value ?? '', /Ask a Super Admin/u);
			const reports = await waitForExecutions(demo, FLOW_7, 1);
			assert.equal(reports[0]?.status, 'success');
		},
	},
];
