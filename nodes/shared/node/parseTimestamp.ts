import { tryToParseDateTime } from 'n8n-workflow';

/**
 * A moment in milliseconds since 1970, from what n8n has for one: a text as its date field gives it (in the timezone of the
 * workflow, unless it names its own), or a number of milliseconds. `undefined` when it is no moment.
 */
export function millisecondsOf(value: unknown, timezone: string): number | undefined {
	if (typeof value === 'number') return Number.isSafeInteger(value) ? value : undefined;
	if (typeof value !== 'string' && !(value instanceof Date)) return undefined;
	if (/^\s*-?\d{9,}\s*$/u.test(String(value))) return Number(value);
	try {
		return tryToParseDateTime(value, timezone).toMillis();
	} catch {
		return undefined;
	}
}
