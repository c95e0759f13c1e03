import { LOGIN_UNAVAILABLE } from '../../../credentials/harverToken';
import { parseRetryAfter } from './waitHeaders';

/** What went wrong with one attempt: the service's status, the network's error code, or what is wrong with the body of a 2xx. */
export interface FailedAttempt {
	status?: number;
	networkCode?: string;
	bodyProblem?: string;
	headers?: Record<string, unknown>;
}

/**
 * What a failed attempt means for the request: `safeToRetry` it had no effect, `ambiguous` it may have had, `rejected` the
 * service has said no and will say so again.
 */
export type FailureClass = 'safeToRetry' | 'ambiguous' | 'rejected';

/** Retries for failures that rarely resolve: an error on this request, or an unknown network error. */
export const MAX_ATTEMPTS = 6;
const FIRST_DELAY = 400;
const MAX_BACKOFF = 30_000;
const JITTER = 250;
const NEVER_SENT = new Set([
	'ECONNREFUSED',
	'ENOTFOUND',
	'EAI_AGAIN',
	'EHOSTUNREACH',
	'ENETUNREACH',
	'EHOSTDOWN',
	'ENETDOWN',
	LOGIN_UNAVAILABLE,
]);
const TRANSIENT_STATUSES = new Set([408, 425, 429, 502, 503, 504]);
const TRANSIENT_ERRORS = new Set([
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
	LOGIN_UNAVAILABLE,
]);
/** Network errors that a retry cannot fix: an address that does not exist, an untrusted certificate. */
const PERMANENT_ERROR = /CERT|SELF_SIGNED|UNABLE_TO_|ERR_TLS|ERR_SSL|EPROTO|ERR_INVALID_URL/u;

/** Whether a failed request may have had an effect, or was rejected. */
export function classifyFailure({
	status,
	networkCode = '',
	bodyProblem,
}: FailedAttempt): FailureClass {
	if (bodyProblem !== undefined) return 'ambiguous';
	if (status === undefined)
		return NEVER_SENT.has(networkCode) || PERMANENT_ERROR.test(networkCode)
			? 'safeToRetry'
			: 'ambiguous';
	if (status === 429 || status === 425) return 'safeToRetry';
	return status >= 500 || status === 408 ? 'ambiguous' : 'rejected';
}

/**
 * Milliseconds to wait before the next attempt: exponential with jitter, and at least what the service asks for.
 * `timeBudget` is how many milliseconds are left for retries. `undefined` when another attempt is not worth it: the budget
 * would run out, or the failure does not pass.
 */
export function backoffDelay(
	attempt: number,
	failed: FailedAttempt,
	timeBudget: number,
	{ random, now }: { random: () => number; now: () => number } = {
		random: Math.random,
		now: Date.now,
	},
): number | undefined {
	if (attempt >= getMaxAttempts(failed)) return undefined;
	const asked = parseRetryAfter(failed, now());
	const ceiling = Math.min(MAX_BACKOFF, FIRST_DELAY * 2 ** (attempt - 1));
	const backoff = ceiling / 2 + (random() * ceiling) / 2;
	const delay = Math.round(
		asked === undefined ? backoff : Math.max(asked + random() * JITTER, backoff),
	);
	return delay > timeBudget ? undefined : delay;
}

function getMaxAttempts({ status, networkCode = '', bodyProblem }: FailedAttempt): number {
	if (bodyProblem !== undefined) return MAX_ATTEMPTS;
	if (status !== undefined) return TRANSIENT_STATUSES.has(status) ? Infinity : MAX_ATTEMPTS;
	if (PERMANENT_ERROR.test(networkCode)) return 1;
	return TRANSIENT_ERRORS.has(networkCode) ? Infinity : MAX_ATTEMPTS;
}
