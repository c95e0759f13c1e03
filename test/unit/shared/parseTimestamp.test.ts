import { tryToParseDateTime } from 'n8n-workflow';

import { parseTimestamp, toIsoDate } from '../../../nodes/shared/node/parseTimestamp';

const NINE_UTC = Date.UTC(2026, 0, 31, 9);

describe('parseTimestamp', () => {
	it.each([
		['ISO text in UTC', '2026-01-31T09:00:00.000Z', 'America/New_York'],
		['ISO text with an offset', '2026-01-31T10:00:00+01:00', 'America/New_York'],
		['ISO text in the time zone of the workflow', '2026-01-31T04:00:00', 'America/New_York'],
		['SQL text', '2026-01-31 09:00:00', 'UTC'],
		['an HTTP date', 'Sat, 31 Jan 2026 09:00:00 GMT', 'Europe/Berlin'],
		['milliseconds', NINE_UTC, 'Europe/Berlin'],
		['milliseconds as text', ` ${String(NINE_UTC)} `, 'Europe/Berlin'],
		['seconds', NINE_UTC / 1000, 'Europe/Berlin'],
		['seconds as text', String(NINE_UTC / 1000), 'Europe/Berlin'],
		['seconds with a fraction', NINE_UTC / 1000 + 0.0001, 'Europe/Berlin'],
		['a Date', new Date(NINE_UTC), 'Europe/Berlin'],
		["n8n's DateTime", tryToParseDateTime(new Date(NINE_UTC)), 'Europe/Berlin'],
	])('reads %s', (_what, value, timezone) => {
		expect(parseTimestamp(value, timezone)).toBe(NINE_UTC);
	});
	it('reads a date without a time as midnight', () => {
		expect(parseTimestamp('2026-01-31', 'Europe/Berlin')).toBe(Date.UTC(2026, 0, 30, 23));
		expect(parseTimestamp('20260131')).toBe(Date.UTC(2026, 0, 31));
	});
	it.each([
		['an empty text', ''],
		['a word', 'soon'],
		['null', null],
		['undefined', undefined],
		['an object', {}],
		['a list', [NINE_UTC]],
		['true', true],
		['zero', 0],
		['a negative number', -1],
		['not a number', Number.NaN],
		['infinity', Infinity],
		['a number past the last date', 1e300],
		['an invalid Date', new Date('soon')],
	])('returns undefined for %s', (_what, value) => {
		expect(parseTimestamp(value)).toBeUndefined();
	});
});

describe('toIsoDate', () => {
	it('writes what parseTimestamp reads', () => {
		expect(toIsoDate(NINE_UTC / 1000)).toBe('2026-01-31T09:00:00.000Z');
	});
	it('returns null when there is no date', () => {
		expect(toIsoDate('soon')).toBeNull();
	});
});
