import assert from 'node:assert/strict';

import { TRIGGER_STAGE } from '../sandbox';
import {
	executionsEnded,
	FLOW_1,
	FLOW_7,
	move,
	newCandidate,
	until,
	type Scenario,
} from './scenario';

/** n8n's own tries of a step that failed. */
const TRIES = 3;

export const failureScenarios: Scenario[] = [
	{
		name: 'a flow that fails leaves the reason on the profile',
		run: async (demo) => {
			const before = (await demo.client.listExecutions(FLOW_1)).length;
			demo.sandbox.faults.add({
				service: 'lever',
				method: 'POST',
				path: '/notes',
				status: 403,
				times: TRIES,
			});
			const opportunity = newCandidate(demo, 'Fred Failure');
			move(demo, 'Fred Failure', TRIGGER_STAGE);
			const [execution] = await executionsEnded(demo, FLOW_1, before + 1, 60_000);
			assert.equal(execution?.status, 'error');
			await until(
				'the comment on the failure',
				() => opportunity.notes.length === 1 && opportunity.tags.includes('Harver: Problem'),
			);
			assert.match(
				opportunity.notes[0]?.value ?? '',
				/"Invite at the Trigger Stage" stopped at "Comment on the Invitation": Lever refused to write a note/u,
			);
			assert.match(opportunity.notes[0]?.value ?? '', /have a Super Admin make a key/u);
			const reports = await executionsEnded(demo, FLOW_7, 1);
			assert.equal(reports[0]?.status, 'success');
		},
	},
];
