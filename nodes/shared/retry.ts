/** What went wrong with one try: the service's status, or the network's error code when nothing was answered. */
export interface FailedTry {
	status?: number;
	networkCode?: string;
	headers?: Record<string, unknown>;
}

/** What a failed try means for the request. */
export type Fate = 'notDone' | 'unknown' | 'refused';

export const MOST_TRIES = 6;
const FIRST_WAIT = 400;
const LONGEST_BACKOFF = 30_000;
const LONGEST_TOLD_WAIT = 90_000;
const NEVER_SENT = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH']);

/**
 * Whether a failed request took effect: `notDone` it did not and may be sent again, `unknown` it may have,
 * `refused` the service has said no and will say so again.
 */
export function fateOf({ status, networkCode }: FailedTry): Fate {
	if (status === undefined) return NEVER_SENT.has(networkCode ?? '') ? 'notDone' : 'unknown';
	if (status === 429) return 'notDone';
	return status >= 500 ? 'unknown' : 'refused';
}

/**
 * Milliseconds to wait before the next try. What the service asks for (`Retry-After`, or Harver's `Ratelimit-Reset` on a
 * 429) goes first, else exponential with jitter. `undefined` when the tries are used up or the service asks for longer
 * than an execution should wait.
 */
export function waitBeforeNextTry(
	attempt: number,
	failed: FailedTry,
	{ random, now }: { random: () => number; now: () => number } = { random: Math.random, now: Date.now },
): number | undefined {
	if (attempt >= MOST_TRIES) return undefined;
	const told = toldWait(failed, now());
	if (told !== undefined) return told > LONGEST_TOLD_WAIT ? undefined : told + Math.round(random() * 250);
	const ceiling = Math.min(LONGEST_BACKOFF, FIRST_WAIT * 2 ** (attempt - 1));
	return Math.round(ceiling / 2 + (random() * ceiling) / 2);
}

function toldWait({ status, headers }: FailedTry, now: number): number | undefined {
	const retryAfter = headers?.['retry-after'];
	if (typeof retryAfter === 'string' && retryAfter.trim() !== '') {
		const seconds = Number(retryAfter);
		const wait = Number.isFinite(seconds) ? seconds * 1000 : Date.parse(retryAfter) - now;
		if (Number.isFinite(wait)) return Math.max(0, wait);
	}
	if (status !== 429) return undefined;
	const reset = Number(headers?.['ratelimit-reset'] ?? Number.NaN);
	return Number.isFinite(reset) && reset >= 0 ? reset * 1000 : undefined;
}
