/** Numbers from here on are milliseconds: as seconds they would be in the year 5138. */
const FIRST_MILLISECONDS = 1e11;

/**
 * A time of Harver in milliseconds since 1970, `undefined` when it is none. Harver counts in seconds (docs/harver-api.md, Calls); what can only be milliseconds, or is a date as text, is read as that.
 */
export function millisecondsOf(value: unknown): number | undefined {
	if (typeof value === 'string' && !/^\d+$/u.test(value.trim())) return finite(Date.parse(value));
	if (typeof value !== 'number' && typeof value !== 'string') return undefined;
	const number = Number(value);
	if (!(number > 0)) return undefined;
	return finite(number < FIRST_MILLISECONDS ? number * 1000 : number);
}

/** A time of Harver as ISO text, `null` when it is none. */
export function isoOf(value: unknown): string | null {
	const milliseconds = millisecondsOf(value);
	return milliseconds === undefined ? null : new Date(milliseconds).toISOString();
}

function finite(milliseconds: number): number | undefined {
	return Number.isFinite(milliseconds) && milliseconds <= 8.64e15 ? milliseconds : undefined;
}
