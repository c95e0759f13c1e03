import { isWebAddress, splitLinks } from '../../../../nodes/Lever/fields/lists';

describe('isWebAddress', () => {
	it.each(['https://a.example.org', 'HTTP://a.example.org/x?y=1,2#z', 'http://localhost:3000'])(
		'accepts %s',
		(link) => {
			expect(isWebAddress(link)).toBe(true);
		},
	);
	it.each([
		'',
		'a.example.org',
		'mailto:a@example.org',
		'https://',
		'https:a',
		'https://a b.example.org',
		'javascript:alert(1)//https://a',
		'https://a/\0b',
		'https://a/\r\nX-Header: b',
	])('rejects %j', (link) => {
		expect(isWebAddress(link)).toBe(false);
	});
});

describe('splitLinks', () => {
	it('splits at spaces, line ends and commas, and keeps commas inside a URL', () => {
		expect(splitLinks('https://a/?x=1,2, https://b\nhttps://c,https://d,')).toEqual([
			'https://a/?x=1,2',
			'https://b',
			'https://c',
			'https://d',
		]);
	});
});
