import { narrowsDown, sameTag } from '../../../nodes/shared/tagPattern';

describe('a tag pattern', () => {
	it.each([['Harver: *%', true], ['Harver', true], ['*%', true], ['', false], [' ', false], ['*', false], ['* * *', false], ['...', false], ['…', false]])('"%s" says something about a tag: %s', (pattern, expected) => {
		expect(narrowsDown(pattern)).toBe(expected);
	});
	it('takes tags that differ in spaces or in how letters are encoded for the same, but not those that differ in case', () => {
		expect(sameTag(' Harver:  80% ', 'Harver: 80%')).toBe(true);
		expect(sameTag('Zoe\u0308', 'Zoë')).toBe(true);
		expect(sameTag('harver: 80%', 'Harver: 80%')).toBe(false);
	});
});
