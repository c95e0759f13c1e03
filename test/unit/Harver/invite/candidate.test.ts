import {
	getCandidate,
	getFirstEmail,
	getFirstPhone,
	parseLocale,
} from '../../../../nodes/Harver/invite/candidate';

describe('the e-mail address', () => {
	it('is the first valid one', () => {
		expect(getFirstEmail(['', 'not an address', ' ada@example.org ', 'second@example.org'])).toBe(
			'ada@example.org',
		);
	});
	it('loses the invisible characters that were copied along', () => {
		expect(getFirstEmail(['\u200bada@example.org\u200e'])).toBe('ada@example.org');
	});
	it('may be typed in full width', () => {
		expect(getFirstEmail(['ａｄａ＠ｅｘａｍｐｌｅ．ｏｒｇ'])).toBe('ada@example.org');
	});
	it('may be in any script and have a plus', () => {
		expect(getFirstEmail(['ada+jobs@bücher.example'])).toBe('ada+jobs@bücher.example');
	});
	it('is the next one when the first is too long to be one', () => {
		expect(getFirstEmail([`${'a'.repeat(250)}@example.org`, 'ada@example.org'])).toBe(
			'ada@example.org',
		);
	});
	it.each([
		["ada@example.org'"],
		['ada@example.org.'],
		['ada@exa_mple.org/'],
		['ada@example.org|bo@example.org'],
		['ada@example.org\nwork'],
		['ada\u0000@example.org'],
	])('is not %s', (address) => {
		expect(getFirstEmail([address])).toBeUndefined();
	});
	it.each([
		[[]],
		[undefined],
		[['ada@']],
		[['@example.org']],
		[['ada@example']],
		[['a b@example.org']],
		[[null, 7]],
	])('is missing in %j', (emails) => {
		expect(getFirstEmail(emails)).toBeUndefined();
	});
});

describe('the phone number goes out in E.164 only when it is certain', () => {
	it.each([
		['+31 6 1234 5678', '+31612345678'],
		['0031 6 12345678', '+31612345678'],
		['+44 (0)20 7946 0018', '+442079460018'],
		['+1 (555) 010-9999', '+15550109999'],
		['\u202a+31 6 1234 5678\u202c', '+31612345678'],
		['+39 06 1234 5678', '+390612345678'],
		['＋３１ ６ １２３４ ５６７８', '+31612345678'],
		['+31 60 123 4567', '+31601234567'],
		['+380 44 123 4567', '+380441234567'],
	])('%s', (phone, sent) => {
		expect(getFirstPhone([{ type: 'mobile', value: phone }])).toBe(sent);
	});
	it.each([
		'06 12345678',
		'(555) 010-9999',
		'+31 6 1234 ext. 5',
		'+0 123456789',
		'+1',
		'',
		'+12345678901234567',
		'+44 07911 123456',
		'+31 06 12345678',
		'+7 095 123 4567',
		'+353 01 234 5678',
		'+216 071 234 567',
		'+31 6 1234 5678 or 06 12345678',
	])('%s is left out', (phone) => {
		expect(getFirstPhone([phone])).toBeUndefined();
	});
	it('takes the first certain one', () => {
		expect(getFirstPhone(['06 12345678', { value: '+31612345678' }])).toBe('+31612345678');
	});
});

describe('the language goes out as a locale of Harver, only when it is certain', () => {
	it.each([
		['nl-NL', 'nl-NL'],
		['nl', 'nl-NL'],
		['NL', 'nl-NL'],
		['fr_FR', 'fr-FR'],
		['fr_ca', 'fr-CA'],
		['EN-us', 'en-US'],
		[' de-at ', 'de-AT'],
		['de', 'de-DE'],
		['da', 'da-DK'],
		['zh', 'zh-CN'],
		['es-419', 'es-419'],
	])('%s', (language, locale) => {
		expect(parseLocale(language)).toBe(locale);
	});
	it.each(['', 'en', 'ENG', 'Dutch', 'nl-XX', 'nl-N', 'n', '-', 'zh-TW', 'nl-NL, fr-FR'])(
		'"%s" is left out',
		(language) => {
			expect(parseLocale(language)).toBeUndefined();
		},
	);
});

describe('the candidate of an opportunity', () => {
	const opportunity = {
		name: 'Ada Example',
		emails: ['ada@example.org'],
		phones: [{ value: '06 12' }],
		isAnonymized: false,
	};

	it('has what the profile says, and nothing else', () => {
		expect(getCandidate(opportunity, {})).toEqual({
			emailAddress: 'ada@example.org',
			firstName: 'Ada',
			lastName: 'Example',
		});
	});
	it('has what the options say instead', () => {
		expect(
			getCandidate(opportunity, {
				email: 'new@example.org',
				firstName: 'A',
				lastName: 'E',
				phone: '+31612345678',
				language: 'nl',
			}),
		).toEqual({
			emailAddress: 'new@example.org',
			firstName: 'A',
			lastName: 'E',
			phoneNumber: '+31612345678',
			language: 'nl-NL',
		});
	});
	it.each([
		['anonymized', { ...opportunity, isAnonymized: true }],
		['noEmail', { ...opportunity, emails: ['nonsense'] }],
		['noName', { ...opportunity, name: '' }],
	])('is missing: %s', (problem, item) => {
		expect(getCandidate(item, {})).toBe(problem);
	});
	it('is missing when the address in the options is not valid, even if the profile has one', () => {
		expect(getCandidate(opportunity, { email: 'nonsense' })).toBe('noEmail');
	});
});
