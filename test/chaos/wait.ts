import { setTimeout as sleep } from 'node:timers/promises';

import type { Demo } from '../host/demo';

/** With one request in twenty refused, the rate limiter slows down and Reconcile takes long. */
const TIMEOUT = 45 * 60_000;
const POLL_INTERVAL = 500;

/** Waits until a condition is met. Throws an error that names it after the timeout. */
export async function waitUntil(
	what: string,
	isMet: () => boolean | Promise<boolean>,
): Promise<void> {
	const end = Date.now() + TIMEOUT;
	while (!(await isMet())) {
		if (Date.now() > end) throw new Error(`Timed out waiting for ${what}`);
		await sleep(POLL_INTERVAL);
	}
}

/** Waits until no delivery is in progress and no execution runs for a moment. */
export async function waitUntilIdle(demo: Demo): Promise<void> {
	let idleChecks = 0;
	await waitUntil('all executions to finish', async () => {
		idleChecks = (await isIdle(demo)) ? idleChecks + 1 : 0;
		return idleChecks >= 3;
	});
}

/** Whether no delivery is in progress and no execution runs. */
export async function isIdle({
	client,
	sandbox: { webhooks, harverWebhook },
}: Demo): Promise<boolean> {
	return !webhooks.busy && !harverWebhook.busy && (await client.countUnfinished()) === 0;
}
