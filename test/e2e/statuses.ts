import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';

import type { Demo } from '../host/demo';
import {
	getApplicationsFor,
	waitForExecutions,
	FLOW_5,
	inviteCandidate,
	waitUntil,
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
		name: 'candidates hired in Lever are hired in Harver, archived ones are rejected, and nobody gets an e-mail',
		run: async (demo) => {
			const { lever, harver } = demo.sandbox;
			const hired = await inviteCandidate(demo, 'Hilde Hired');
			const archived = await inviteCandidate(demo, 'Arno Archived');
			const before = (await demo.client.listExecutions(FLOW_5)).length;
			lever.archive(hired.opportunity.id, reason(demo, 'Hired'));
			lever.archive(archived.opportunity.id, reason(demo, 'Underqualified'));
			// A hire is told twice: as archived and as hired.
			const executions = await waitForExecutions(demo, FLOW_5, before + 3);
			assert.deepEqual([...new Set(executions.map(({ status }) => status))], ['success']);
			assert.equal(hired.application.status, 'hired');
			assert.equal(archived.application.status, 'rejected');
			assert.deepEqual(harver.statusEmails, []);
		},
	},
	{
		name: 'a candidate deleted in Lever is deleted in Harver, and nobody else is',
		run: async (demo) => {
			const { lever } = demo.sandbox;
			const deleted = await inviteCandidate(demo, 'Dilan Deleted');
			const kept = await inviteCandidate(demo, 'Kaya Kept');
			lever.emitEvent('candidateDeleted', { opportunityId: kept.opportunity.id });
			lever.remove(deleted.opportunity.id);
			await waitUntil(
				'the application is gone',
				() => getApplicationsFor(demo, deleted.opportunity).length === 0,
			);
			await sleep(SETTLE);
			assert.equal(getApplicationsFor(demo, kept.opportunity).length, 1);
		},
	},
];
