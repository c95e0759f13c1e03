import { setTimeout as sleep } from 'node:timers/promises';

import type { Demo } from '../host/demo';

/** One refusal in twenty holds the rate down to about one request a second: Reconcile is then long. */
const PATIENCE = 45 * 60_000;
const LOOK_EVERY = 500;

/** Waits until the condition holds. Throws what was waited for when it does not in time. */
export async function until(what: string, holds: () => boolean | Promise<boolean>): Promise<void> {
	const end = Date.now() + PATIENCE;
	while (!(await holds())) {
		if (Date.now() > end) throw new Error(`Waited in vain: ${what}`);
		await sleep(LOOK_EVERY);
	}
}

/** Waits until no delivery is on its way and no execution runs, and that stays so for a moment. */
export async function settled(demo: Demo): Promise<void> {
	let quietLooks = 0;
	await until('that all executions end', async () => {
		quietLooks = (await isQuiet(demo)) ? quietLooks + 1 : 0;
		return quietLooks >= 3;
	});
}

/** Whether no delivery is on its way and no execution runs at this moment. */
export async function isQuiet({
	client,
	sandbox: { webhooks, harverWebhook },
}: Demo): Promise<boolean> {
	return !webhooks.busy && !harverWebhook.busy && (await client.unfinished()) === 0;
}
