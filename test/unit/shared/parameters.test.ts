import { toText, parseList, withoutUndefined } from '../../../nodes/shared/node/parameters';

describe('the texts in a field that takes several', () => {
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
		['["a","b, c", 3]', ['a', 'b, c', '3']],
		[' [ "a" ]\n', ['a']],
		['[]', []],
		['[a, b]', ['[a', 'b]']],
		['["a', ['["a']],
		[42, ['42']],
		[undefined, []],
		[{}, []],
	])('%j gives %j', (value, expected) => {
		expect(parseList(value)).toEqual(expected);
	});
});

describe('a value as text', () => {
	it.each([
		[' a ', 'a'],
		[0, '0'],
		[1.5, '1.5'],
		[true, ''],
		[null, ''],
		[undefined, ''],
		[['a'], ''],
		[{}, ''],
	])('%j gives %j', (value, expected) => {
		expect(toText(value)).toBe(expected);
	});
});

describe('the fields that have a value', () => {
	it('are those that are not undefined', () => {
		expect(withoutUndefined({ a: '', b: undefined, c: 'c' })).toEqual({ a: '', c: 'c' });
	});
});
