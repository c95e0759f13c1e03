import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';

import type { Demo } from '../host/demo';
import {
	applicationsOf,
	executionsEnded,
	FLOW_5,
	invitedCandidate,
	until,
	type Scenario,
} from './scenario';

/** Time in which a deletion would have happened. */
const SETTLE = 2000;

function reason({ sandbox: { lever } }: Demo, text: string): string {
	return (
		lever.archiveReasons.find((one) => one.text === text)?.id ??
		assert.fail(`The sandbox has no archive reason ${text}.`)
	);
}

export const statusScenarios: Scenario[] = [
	{
		name: 'who is hired in Lever is hired in Harver, who is archived is rejected, and nobody is mailed',
		run: async (demo) => {
			const { lever, harver } = demo.sandbox;
			const hired = await invitedCandidate(demo, 'Hilde Hired');
			const archived = await invitedCandidate(demo, 'Arno Archived');
			const before = (await demo.client.listExecutions(FLOW_5)).length;
			lever.archive(hired.opportunity.id, reason(demo, 'Hired'));
			lever.archive(archived.opportunity.id, reason(demo, 'Underqualified'));
			// A hire is told twice: as archived and as hired.
			const executions = await executionsEnded(demo, FLOW_5, before + 3);
			assert.deepEqual([...new Set(executions.map(({ status }) => status))], ['success']);
			assert.equal(hired.application.status, 'hired');
			assert.equal(archived.application.status, 'rejected');
			assert.deepEqual(harver.statusEmails, []);
		},
	},
	{
		name: 'who is deleted in Lever is deleted in Harver, and only then',
		run: async (demo) => {
			const { lever } = demo.sandbox;
			const deleted = await invitedCandidate(demo, 'Dilan Deleted');
			const kept = await invitedCandidate(demo, 'Kaya Kept');
			lever.emitEvent('candidateDeleted', { opportunityId: kept.opportunity.id });
			lever.remove(deleted.opportunity.id);
			await until(
				'the application is gone',
				() => applicationsOf(demo, deleted.opportunity).length === 0,
			);
			await sleep(SETTLE);
			assert.equal(applicationsOf(demo, kept.opportunity).length, 1);
		},
	},
];
