import { isoOf, millisecondsOf } from '../../../../nodes/Harver/records/instant';

describe('a time of Harver', () => {
	it.each([
		['seconds', 1_760_000_000, 1_760_000_000_000],
		['seconds as text', '1760000000', 1_760_000_000_000],
		['milliseconds', 1_760_000_000_123, 1_760_000_000_123],
		['a date as text', '2025-10-09T08:53:20Z', 1_760_000_000_000],
	])('is read from %s', (_what, value, milliseconds) => {
		expect(millisecondsOf(value)).toBe(milliseconds);
	});
	it.each([undefined, null, 0, -1, Number.NaN, Infinity, 1e300, '', 'soon', {}, true])(
		'is missing in %j',
		(value) => {
			expect(isoOf(value)).toBeNull();
		},
	);
});
