import { isSpecific, sameTag, tagMatches, matchTag } from '../../../nodes/shared/node/tagPattern';

describe('the value in a tag', () => {
	it.each([
		['Harver Vacancy: *', 'Harver Vacancy: Sales', 'Sales'],
		['Harver Vacancy: *', 'harver   VACANCY:sales', 'sales'],
		['Harver Vacancy: *', ' Harver\tVacancy :  Sales & Service ', 'Sales & Service'],
		['Harver Vacancy: *', 'Harver\u00a0Vacancy:\u00a0Sales', 'Sales'],
		['Harver Vacancy: *', '\u200bHarver Vac\u200dancy:\ufeff Sales\u2060', 'Sales'],
		['Harver Vacancy: *', 'Harver Vacancy： Sales', 'Sales'],
		['Harver Vacancy: *', 'Ｈａｒｖｅｒ　Ｖａｃａｎｃｙ：Ｓａｌｅｓ', 'Sales'],
		['Harver Vacancy： *', 'Harver Vacancy: Sales', 'Sales'],
		['Harver Vacancy: *', 'Har ver Vacancy: Sales', undefined],
		['Harver-Vacancy (*)', 'Harver - Vacancy ( Sales )', 'Sales'],
		['Harver Vacancy', 'Harver Vacancy Sales', 'Sales'],
		['Harver Vacancy: …', 'Harver Vacancy: Sales', 'Sales'],
		['Harver Vacancy: ...', 'Harver Vacancy: Sales', 'Sales'],
		['*', 'Sales', 'Sales'],
		['<*>', '<Sales>', 'Sales'],
		['[*] (+1)', '[Sales] (+1)', 'Sales'],
		['a.c*', 'abcd', undefined],
		['a$^|{2}\\d/-*', 'a$^|{2}\\d/-x', 'x'],
		['Score *%', 'Score 85%', '85'],
		['* of *', 'Sales of *', 'Sales'],
		['Harver Vacancy: *', 'Harver Vacancy:', undefined],
		['Harver Vacancy: *', 'Harver Vacancy:   ', undefined],
		['Harver Vacancy: *', 'My Harver Vacancy: Sales', undefined],
		['Caf\u00e9 *', 'Cafe\u0301 Paris', 'Paris'],
	])('with %j, %j gives %j', (pattern, tag, expected) => {
		expect(matchTag(pattern, tag)).toBe(expected);
	});
});

describe('a tag and a pattern', () => {
	it.each([
		['Harver: Invited', 'harver: invited', true],
		['Harver-Invited', 'harver-invited', true],
		['Harver: *', 'Harver:', true],
		['Harver: *', 'Hiring', false],
		['', 'anything', false],
		['*', 'anything', false],
		['...', 'anything', false],
		['(Harver)*', '(harver) yes', true],
	])('%j and %j: %s', (pattern, tag, expected) => {
		expect(tagMatches(pattern, tag)).toBe(expected);
	});
});

describe('a tag of any length', () => {
	it.each([
		['Harver Vacancy: *', `Harver Vacancy: ${'x'.repeat(100_000)}`],
		['Harver Vacancy: *', `Harver Vacancy: ${' '.repeat(100_000)}x`],
		['* end', 'end '.repeat(25_000)],
		['*   *   *', ' '.repeat(100_000)],
		['a a a a a*b b b b', 'a '.repeat(50_000)],
		['*'.repeat(1000), 'x'.repeat(100_000)],
	])('is read to its end with %.20j', (pattern, tag) => {
		expect(tagMatches(pattern, tag)).toBe(matchTag(pattern, tag) !== undefined);
	});
});

describe('a tag pattern', () => {
	it.each([
		['Harver: *%', true],
		['Harver', true],
		['*%', true],
		['', false],
		[' ', false],
		['*', false],
		['* * *', false],
		['...', false],
		['…', false],
	])('"%s" is specific: %s', (pattern, expected) => {
		expect(isSpecific(pattern)).toBe(expected);
	});
	it('ignores invisible characters and width when it compares tags', () => {
		expect(sameTag('Harver: 80%', 'Harver:\u00a080%\u200b')).toBe(true);
		expect(sameTag('Harver: 80%', 'Ｈａｒｖｅｒ： ８０％')).toBe(true);
	});
	it('ignores spaces and encoding when it compares tags, but not case', () => {
		expect(sameTag(' Harver:  80% ', 'Harver: 80%')).toBe(true);
		expect(sameTag('Zoe\u0308', 'Zoë')).toBe(true);
		expect(sameTag('harver: 80%', 'Harver: 80%')).toBe(false);
	});
});
