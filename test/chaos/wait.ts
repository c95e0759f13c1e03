import { setTimeout as sleep } from 'node:timers/promises';

import type { Demo } from '../host/demo';

/** One refusal in twenty holds the rate down to about one request a second: Reconcile is then long. */
const TIMEOUT = 45 * 60_000;
const POLL_INTERVAL = 500;

/** Waits until the condition holds. Throws what was waited for when it does not in time. */
export async function waitUntil(
	what: string,
	holds: () => boolean | Promise<boolean>,
): Promise<void> {
	const end = Date.now() + TIMEOUT;
	while (!(await holds())) {
		if (Date.now() > end) throw new Error(`Waited in vain: ${what}`);
		await sleep(POLL_INTERVAL);
	}
}

/** Waits until no delivery is on its way and no execution runs, and that stays so for a moment. */
export async function waitUntilIdle(demo: Demo): Promise<void> {
	let quietLooks = 0;
	await waitUntil('that all executions end', async () => {
		quietLooks = (await isIdle(demo)) ? quietLooks + 1 : 0;
		return quietLooks >= 3;
	});
}

/** Whether no delivery is on its way and no execution runs at this moment. */
export async function isIdle({
	client,
	sandbox: { webhooks, harverWebhook },
}: Demo): Promise<boolean> {
	return !webhooks.busy && !harverWebhook.busy && (await client.unfinished()) === 0;
}
