import { candidateOf } from '../../../../nodes/Harver/invite/candidate';
import { certainPhone, firstValidEmail } from '../../../../nodes/Harver/invite/contactDetails';

describe('the e-mail address', () => {
	it('is the first one that can be one', () => {
		expect(firstValidEmail(['', 'not an address', ' ada@example.org ', 'second@example.org'])).toBe(
			'ada@example.org',
		);
	});
	it('loses the invisible characters that were copied along', () => {
		expect(firstValidEmail(['\u200bada@example.org\u200e'])).toBe('ada@example.org');
	});
	it('may be in any script and have a plus', () => {
		expect(firstValidEmail(['ada+jobs@bücher.example'])).toBe('ada+jobs@bücher.example');
	});
	it('is the next one when the first is too long to be one', () => {
		expect(firstValidEmail([`${'a'.repeat(250)}@example.org`, 'ada@example.org'])).toBe(
			'ada@example.org',
		);
	});
	it.each([
		["ada@example.org'"],
		['ada@example.org.'],
		['ada@exa_mple.org/'],
		['ada@example.org|bo@example.org'],
	])('is not %s', (address) => {
		expect(firstValidEmail([address])).toBeUndefined();
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
		expect(firstValidEmail(emails)).toBeUndefined();
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
	])('%s', (phone, sent) => {
		expect(certainPhone([{ type: 'mobile', value: phone }])).toBe(sent);
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
	])('%s is left out', (phone) => {
		expect(certainPhone([phone])).toBeUndefined();
	});
	it('takes the first certain one', () => {
		expect(certainPhone(['06 12345678', { value: '+31612345678' }])).toBe('+31612345678');
	});
});

describe('the candidate of an opportunity', () => {
	const opportunity = {
		name: 'Ada Example',
		emails: ['ada@example.org'],
		phones: [{ value: '06 12' }],
		isAnonymized: false,
	};

	it('has what the profile says, and nothing that is not known', () => {
		expect(candidateOf(opportunity, {})).toEqual({
			emailAddress: 'ada@example.org',
			firstName: 'Ada',
			lastName: 'Example',
		});
	});
	it('has what is given in the node instead', () => {
		expect(
			candidateOf(opportunity, {
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
			language: 'nl',
		});
	});
	it.each([
		['anonymized', { ...opportunity, isAnonymized: true }],
		['noEmail', { ...opportunity, emails: ['nonsense'] }],
		['noName', { ...opportunity, name: '' }],
	])('is not there: %s', (problem, item) => {
		expect(candidateOf(item, {})).toBe(problem);
	});
	it('is not there when the address given in the node is none, even though the profile has one', () => {
		expect(candidateOf(opportunity, { email: 'nonsense' })).toBe('noEmail');
	});
});
