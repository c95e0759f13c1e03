import { createHash } from 'node:crypto';

import type { Demo } from '../host/demo';
import type { Sandbox } from '../sandbox';
import { waitUntil } from './wait';

const FLOW_6 = 'leverHarverFlow6';
const MAX_RUNS = 4;

/** Runs Reconcile manually and returns its final status, e.g. "success". */
export async function reconcile({ client }: Demo): Promise<string> {
	const id = await client.runManually(FLOW_6, 'By Hand');
	let status = '';
	await waitUntil('Reconcile to finish', async () => {
		status = await client.getStatus(id);
		return !['new', 'running', 'waiting'].includes(status);
	});
	return status;
}

/** Runs Reconcile until a run changes nothing. Returns the number of runs; throws if there are too many. */
export async function reconcileUntilStable(demo: Demo): Promise<number> {
	for (let run = 1; run <= MAX_RUNS; run++) {
		const before = digest(demo.sandbox);
		const status = await reconcile(demo);
		if (status === 'success' && digest(demo.sandbox) === before) return run;
	}
	throw new Error(`Reconcile still changed something or failed in run ${MAX_RUNS.toString()}.`);
}

/** A hash of everything that the workflows write to both services. */
function digest({ lever, harver }: Sandbox): string {
	const profiles = lever.opportunities.map((opportunity) => [
		opportunity.tags,
		opportunity.notes.length,
		opportunity.files.length,
		lever.getContactFor(opportunity).links,
	]);
	return createHash('sha256')
		.update(JSON.stringify([profiles, harver.applications.length, harver.emails.length]))
		.digest('hex');
}
