import { millisecondsOf } from '../../../nodes/shared/node/parseTimestamp';

const NINE_UTC = Date.UTC(2026, 0, 31, 9);

describe('a moment in milliseconds', () => {
	it.each([
		['2026-01-31T09:00:00.000Z', 'America/New_York', NINE_UTC],
		['2026-01-31T10:00:00+01:00', 'America/New_York', NINE_UTC],
		['2026-01-31T04:00:00', 'America/New_York', NINE_UTC],
		['2026-01-31 09:00:00', 'UTC', NINE_UTC],
		[NINE_UTC, 'Europe/Berlin', NINE_UTC],
		[String(NINE_UTC), 'Europe/Berlin', NINE_UTC],
		[new Date(NINE_UTC), 'Europe/Berlin', NINE_UTC],
	])('%s in %s', (value, timezone, expected) => {
		expect(millisecondsOf(value, timezone)).toBe(expected);
	});
	it.each(['', 'soon', null, undefined, {}, Number.NaN, 1.5, true])('is not %j', (value) => {
		expect(millisecondsOf(value, 'UTC')).toBeUndefined();
	});
});
