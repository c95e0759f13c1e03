import { createHash } from 'node:crypto';

/** How many deliveries are remembered across restarts, in the workflow's static data. */
const REMEMBERED = 1000;
/** How many deliveries are remembered by this process for each trigger. */
const REMEMBERED_HERE = 10_000;

/** How many triggers this process remembers deliveries for: those that were delivered to last. */
const REMEMBERED_TRIGGERS = 100;

const seenHere = new Map<string, Set<string>>();

/**
 * Remembers a delivery and tells whether it came before. `trigger` identifies the trigger node; `remembered` is the list
 * in its static data, which is extended and kept short in place. Two deliveries at the same instant in one process are
 * told apart from one: nothing is awaited in here.
 */
export function isRepeat(trigger: string, fingerprints: string[], remembered: string[]): boolean {
	const hashes = fingerprints.map((fingerprint) => createHash('sha256').update(fingerprint).digest('base64url').slice(0, 22));
	const here = seenAt(trigger);
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

function seenAt(trigger: string): Set<string> {
	const here = seenHere.get(trigger) ?? new Set<string>();
	seenHere.delete(trigger);
	seenHere.set(trigger, here);
	for (const longestAgo of seenHere.keys()) {
		if (seenHere.size <= REMEMBERED_TRIGGERS) break;
		seenHere.delete(longestAgo);
	}
	return here;
}
