import { isWebAddress, splitLinks } from '../../../nodes/shared/node/webAddress';

describe('web addresses', () => {
	it.each(['https://a.example.org', 'HTTP://a.example.org/x?y=1,2#z', 'http://localhost:3000'])(
		'%s is one',
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
	])('"%s" is none', (link) => {
		expect(isWebAddress(link)).toBe(false);
	});
	it('are told apart in one text, with the commas inside them kept', () => {
		expect(splitLinks('https://a/?x=1,2, https://b\nhttps://c,https://d,')).toEqual([
			'https://a/?x=1,2',
			'https://b',
			'https://c',
			'https://d',
		]);
	});
});
