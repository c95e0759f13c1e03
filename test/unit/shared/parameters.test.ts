import {
	parseList,
	toSingleLine,
	toText,
	withoutUndefined,
} from '../../../nodes/shared/node/parameters';

describe('parseList', () => {
	it.each([
		['a, b ,c', ['a', 'b', 'c']],
		['a\nb\r\nc', ['a', 'b', 'c']],
		[' , ,\n', []],
		['a,a, a', ['a']],
		[
			['a', ' b ', 'a', '', 3, null, { a: 1 }],
			['a', 'b', '3'],
		],
		[['a, b'], ['a, b']],
		[['["a", "b"]'], ['a', 'b']],
		[
			['a\u0000', 'b\r\nc', '\u2028'],
			['a', 'b c'],
		],
		['["a","b, c", 3]', ['a', 'b, c', '3']],
		[' [ "a" ]\n', ['a']],
		['[]', []],
		['[a, b]', ['[a', 'b]']],
		['["a', ['["a']],
		[42, ['42']],
		[undefined, []],
		[{}, []],
	])('parses %j as %j', (value, expected) => {
		expect(parseList(value)).toEqual(expected);
	});
});

describe('toText', () => {
	it.each([
		[' a ', 'a'],
		['a\u0000\nb', 'a\nb'],
		[0, '0'],
		[1.5, '1.5'],
		[true, ''],
		[null, ''],
		[undefined, ''],
		[['a'], ''],
		[{}, ''],
	])('reads %j as %j', (value, expected) => {
		expect(toText(value)).toBe(expected);
	});
});

describe('toSingleLine', () => {
	it.each([
		['a\r\n\t b', 'a b'],
		['a\u0000\u2028\u0085b', 'a b'],
		['a  b', 'a  b'],
		['\n', ''],
	])('reads %j as %j', (text, expected) => {
		expect(toSingleLine(text)).toBe(expected);
	});
});

describe('withoutUndefined', () => {
	it('removes only undefined', () => {
		expect(withoutUndefined({ a: '', b: undefined, c: 'c' })).toEqual({ a: '', c: 'c' });
	});
});
