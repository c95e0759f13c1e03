import { createHash } from 'node:crypto';
import type { IWebhookFunctions } from 'n8n-workflow';

/** How many deliveries are remembered across restarts, in the workflow's static data. */
const REMEMBERED = 1000;
/** How many deliveries are remembered by this process for each trigger. */
const REMEMBERED_HERE = 10_000;

/** How many triggers this process remembers deliveries for: those that were delivered to last. */
const REMEMBERED_TRIGGERS = 100;

/** What this process remembers for a trigger: the deliveries that it saw, and those of them that it is to forget. */
interface Seen {
	here: Set<string>;
	forgotten: Set<string>;
}

const seenHere = new Map<string, Seen>();

/**
 * Remembers a delivery and tells whether it came before. `trigger` identifies the trigger node; `remembered` is the list
 * in its static data, which is extended and kept short in place. Two deliveries at the same instant in one process are
 * told apart from one: nothing is awaited in here.
 */
export function isDuplicate(
	trigger: string,
	fingerprints: string[],
	remembered: string[],
): boolean {
	const hashes = fingerprints.map(hashOf);
	const { here, forgotten } = seenAt(trigger);
	if (forgotten.size > 0) {
		remembered.splice(0, remembered.length, ...remembered.filter((hash) => !forgotten.has(hash)));
		forgotten.clear();
	}
	const repeated = hashes.some((hash) => here.has(hash) || remembered.includes(hash));
	for (const hash of hashes) {
		here.add(hash);
		if (!remembered.includes(hash)) remembered.push(hash);
	}
	remembered.splice(0, Math.max(0, remembered.length - REMEMBERED));
	for (const oldest of here) {
		if (here.size <= REMEMBERED_HERE) break;
		here.delete(oldest);
	}
	return repeated;
}

/** Forgets a delivery that `isRepeat` remembered: in this process at once, in the static data with the trigger's next delivery. */
export function release(trigger: string, fingerprints: string[]): void {
	const { here, forgotten } = seenAt(trigger);
	for (const hash of fingerprints.map(hashOf)) {
		here.delete(hash);
		forgotten.add(hash);
	}
}

function hashOf(fingerprint: string): string {
	return createHash('sha256').update(fingerprint).digest('base64url').slice(0, 22);
}

function seenAt(trigger: string): Seen {
	const seen = seenHere.get(trigger) ?? { here: new Set(), forgotten: new Set() };
	seenHere.delete(trigger);
	seenHere.set(trigger, seen);
	for (const longestAgo of seenHere.keys()) {
		if (seenHere.size <= REMEMBERED_TRIGGERS) break;
		seenHere.delete(longestAgo);
	}
	return seen;
}

/**
 * Remembers a delivery and tells whether this trigger accepted it before; `remembered` is the list in its static data.
 * When n8n then fails to start the execution and answers with 5xx, it is forgotten: the sender's next try is no repeat.
 * While someone is trying the trigger in the editor, the same delivery may be sent again and again.
 */
export function isDuplicateDelivery(
	context: IWebhookFunctions,
	fingerprints: string[],
	remembered: string[],
): boolean {
	if (context.getMode() === 'manual') return false;
	const trigger = `${context.getWorkflow().id ?? ''}/${context.getNode().id}`;
	if (isDuplicate(trigger, fingerprints, remembered)) return true;
	const response = context.getResponseObject();
	const end = response.end.bind(response) as (...answer: unknown[]) => typeof response;
	// There is no event for an answer to a sender that has hung up.
	response.end = (...answer: unknown[]) => {
		if (response.statusCode >= 500) release(trigger, fingerprints);
		return end(...answer);
	};
	return false;
}
