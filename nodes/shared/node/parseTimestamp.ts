import { tryToParseDateTime } from 'n8n-workflow';

/** Numbers below this are seconds, numbers from here on milliseconds: as seconds they would be in the year 5138. */
const FIRST_MILLISECONDS = 1e11;
/** The last moment that a JavaScript date can hold. */
const MAX_MILLISECONDS = 8.64e15;

/**
 * Parses a moment as people, services and n8n write it, into milliseconds since 1970: a Unix timestamp in seconds or
 * milliseconds (a number or text), an ISO date, an HTTP, email or SQL date, a JavaScript `Date` or the `DateTime` of an
 * n8n expression. Text without a time zone is read in `timezone`. Returns `undefined` for anything else.
 */
export function parseTimestamp(value: unknown, timezone = 'UTC'): number | undefined {
	if (typeof value === 'number') return fromUnixTime(value);
	if (typeof value === 'string') return fromText(value.trim(), timezone);
	if (typeof value !== 'object' || value === null) return undefined;
	const milliseconds: unknown = value.valueOf();
	return typeof milliseconds === 'number' ? validMilliseconds(milliseconds) : undefined;
}

/** A moment as ISO text in UTC, or `null` when the value holds none. Reads what `parseTimestamp` reads. */
export function toIsoDate(value: unknown): string | null {
	const milliseconds = parseTimestamp(value);
	return milliseconds === undefined ? null : new Date(milliseconds).toISOString();
}

function fromUnixTime(time: number): number | undefined {
	return validMilliseconds(time < FIRST_MILLISECONDS ? time * 1000 : time);
}

function fromText(text: string, timezone: string): number | undefined {
	// Fewer digits can be an ISO date: 2026, 20260131.
	if (/^\d{9,}(\.\d+)?$/u.test(text)) return fromUnixTime(Number(text));
	try {
		return validMilliseconds(tryToParseDateTime(text, timezone).toMillis());
	} catch {
		return undefined;
	}
}

function validMilliseconds(milliseconds: number): number | undefined {
	return milliseconds > 0 && milliseconds <= MAX_MILLISECONDS
		? Math.round(milliseconds)
		: undefined;
}
