/** The maximum plausible wait in milliseconds. A longer one is a Unix time, or a date by another clock. */
const MAX_PLAUSIBLE_WAIT = 600_000;

type Headers = Record<string, unknown>;

/**
 * How many milliseconds a service asks to wait: by `Retry-After`, or by `Ratelimit-Reset` when it has rejected a request
 * because there were too many. `undefined` when it says nothing, or nothing that makes sense.
 */
export function parseRetryAfter(
	{ status, headers = {} }: { status?: number; headers?: Headers },
	now: number,
): number | undefined {
	const wait = parseSecondsOrDate(headers['retry-after'], now, headers);
	return wait ?? (status === 429 ? parseReset(headers) : undefined);
}

/** Milliseconds until an exhausted rate-limit window resets, from the headers of any response (docs/harver-api.md, Hosts, login and limits). */
export function parseExhaustedWindow(headers: Headers): number | undefined {
	return parseNumber(headers['ratelimit-remaining']) === 0 ? parseReset(headers) : undefined;
}

/** Seconds, or a date, which is measured by the clock of the service that wrote it when it says its time. */
function parseSecondsOrDate(header: unknown, now: number, { date }: Headers): number | undefined {
	const seconds = parseNumber(header);
	if (seconds !== undefined) return plausible(seconds * 1000);
	if (typeof header !== 'string' || !/[a-z]/iu.test(header)) return undefined;
	const serviceTime = typeof date === 'string' ? Date.parse(date) : Number.NaN;
	return plausible(Date.parse(header) - (Number.isNaN(serviceTime) ? now : serviceTime));
}

function parseReset(headers: Headers): number | undefined {
	const seconds = parseNumber(headers['ratelimit-reset']);
	return seconds === undefined ? undefined : plausible(seconds * 1000);
}

function parseNumber(header: unknown): number | undefined {
	const text = typeof header === 'number' ? String(header) : header;
	if (typeof text !== 'string' || !/^\s*\d+(\.\d+)?\s*$/u.test(text)) return undefined;
	return Number(text);
}

function plausible(milliseconds: number): number | undefined {
	return milliseconds >= 0 && milliseconds <= MAX_PLAUSIBLE_WAIT ? milliseconds : undefined;
}
