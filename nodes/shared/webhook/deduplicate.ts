import { createHash } from 'node:crypto';
import type { IWebhookFunctions } from 'n8n-workflow';

/** Milliseconds. Longer than a sender takes to repeat a delivery; a rerun on purpose, hours later, starts the workflow. */
const TTL = 10 * 60_000;

/** Keys for all triggers of this process together: about two megabytes. */
const MAX_IN_MEMORY = 20_000;

/** When each accepted delivery expires, by the hash of its trigger and key; the first to expire comes first. */
const inMemory = new Map<string, number>();

/**
 * Whether this process accepted a delivery with one of these keys in the last ten minutes; if not, it counts as accepted
 * now. A duplicate changes nothing, so replays can neither prolong what is remembered nor push out anything else.
 * `trigger` identifies the trigger node.
 */
export function isDuplicate(trigger: string, keys: string[]): boolean {
	const now = performance.now();
	const hashes = hash(trigger, keys);
	if (hashes.some((entry) => (inMemory.get(entry) ?? -Infinity) > now)) return true;
	for (const entry of hashes) {
		inMemory.delete(entry);
		inMemory.set(entry, now + TTL);
	}
	for (const [entry, expiresAt] of inMemory) {
		if (expiresAt > now && inMemory.size <= MAX_IN_MEMORY) break;
		inMemory.delete(entry);
	}
	return false;
}

/** Forgets an accepted delivery, so that it is no duplicate when it is sent again. */
export function release(trigger: string, keys: string[]): void {
	for (const entry of hash(trigger, keys)) inMemory.delete(entry);
}

function hash(trigger: string, keys: string[]): string[] {
	return keys.map((key) =>
		createHash('sha256')
			.update(JSON.stringify([trigger, key]))
			.digest('base64url')
			.slice(0, 22),
	);
}

/**
 * Whether this trigger accepted the delivery a moment ago. This saves executions; what makes a repeat harmless is that every
 * step reads what the services say now. A delivery whose execution n8n cannot start (it answers 5xx) is released for the
 * sender's next attempt, and a test run in the editor accepts the same delivery as often as it comes.
 */
export function isDuplicateDelivery(context: IWebhookFunctions, keys: string[]): boolean {
	if (context.getMode() === 'manual') return false;
	const trigger = `${context.getWorkflow().id ?? ''}/${context.getNode().id}`;
	if (isDuplicate(trigger, keys)) return true;
	const response = context.getResponseObject();
	const end = response.end.bind(response) as (...answer: unknown[]) => typeof response;
	// When the sender has hung up, the response emits no event.
	response.end = (...answer: unknown[]) => {
		if (response.statusCode >= 500) release(trigger, keys);
		return end(...answer);
	};
	return false;
}
