import { parseRateLimitHeaders } from './rateLimitHeaders';

/** What went wrong with one try: the service's status, or the network's error code when nothing was answered. */
export interface FailedAttempt {
	status?: number;
	networkCode?: string;
	headers?: Record<string, unknown>;
}

/** What a failed try means for the request. */
export type FailureClass = 'notDone' | 'unknown' | 'refused';

/** How often is tried what rarely mends itself: a service that fails on this very request, an unknown fault of the network. */
export const MAX_ATTEMPTS = 6;
const FIRST_WAIT = 400;
const LONGEST_BACKOFF = 30_000;
const JITTER = 250;
const NEVER_SENT = new Set([
	'ECONNREFUSED',
	'ENOTFOUND',
	'EAI_AGAIN',
	'EHOSTUNREACH',
	'ENETUNREACH',
	'EHOSTDOWN',
	'ENETDOWN',
]);
const PASSING_STATUSES = new Set([408, 425, 429, 502, 503, 504]);
const PASSING_FAULTS = new Set([
	'ECONNREFUSED',
	'ECONNRESET',
	'ECONNABORTED',
	'ETIMEDOUT',
	'EPIPE',
	'EAI_AGAIN',
	'EHOSTUNREACH',
	'ENETUNREACH',
	'EHOSTDOWN',
	'ENETDOWN',
]);
/** An address that cannot be, a certificate that is not trusted: the same next time. */
const LASTING_FAULT = /CERT|SELF_SIGNED|UNABLE_TO_|ERR_TLS|ERR_SSL|EPROTO|ERR_INVALID_URL/u;

/**
 * Whether a failed request took effect: `notDone` it did not and may be sent again, `unknown` it may have,
 * `refused` the service has said no and will say so again.
 */
export function classifyFailure({ status, networkCode = '' }: FailedAttempt): FailureClass {
	if (status === undefined)
		return NEVER_SENT.has(networkCode) || LASTING_FAULT.test(networkCode) ? 'notDone' : 'unknown';
	if (status === 429 || status === 425) return 'notDone';
	return status >= 500 || status === 408 ? 'unknown' : 'refused';
}

/**
 * Milliseconds to wait before the next try: exponential with jitter, and at least what the service asks for (`Retry-After`,
 * or `Ratelimit-Reset` on a 429). `patience` is how many milliseconds may still be waited. `undefined` when another try is not
 * worth it: the patience would run out, or what failed does not mend itself.
 */
export function backoffDelay(
	attempt: number,
	failed: FailedAttempt,
	patience: number,
	{ random, now }: { random: () => number; now: () => number } = {
		random: Math.random,
		now: Date.now,
	},
): number | undefined {
	if (attempt >= mostTries(failed)) return undefined;
	const told = parseRetryAfter(failed, now());
	const ceiling = Math.min(LONGEST_BACKOFF, FIRST_WAIT * 2 ** (attempt - 1));
	const backoff = ceiling / 2 + (random() * ceiling) / 2;
	const wait = Math.round(
		told === undefined ? backoff : Math.max(told + random() * JITTER, backoff),
	);
	return wait > patience ? undefined : wait;
}

/** How many milliseconds the service asks to wait (`now`: the time in milliseconds since 1970); `undefined` when it says nothing. */
export function parseRetryAfter(
	{ status, headers }: FailedAttempt,
	now: number,
): number | undefined {
	const retryAfter = headers?.['retry-after'];
	if (typeof retryAfter === 'string' && retryAfter.trim() !== '') {
		const seconds = Number(retryAfter);
		const wait = Number.isFinite(seconds) ? seconds * 1000 : Date.parse(retryAfter) - now;
		if (Number.isFinite(wait)) return Math.max(0, wait);
	}
	if (status !== 429) return undefined;
	const { reset } = parseRateLimitHeaders(headers ?? {});
	return reset === undefined ? undefined : reset * 1000;
}

function mostTries({ status, networkCode = '' }: FailedAttempt): number {
	if (status !== undefined) return PASSING_STATUSES.has(status) ? Infinity : MAX_ATTEMPTS;
	if (LASTING_FAULT.test(networkCode)) return 1;
	return PASSING_FAULTS.has(networkCode) ? Infinity : MAX_ATTEMPTS;
}
