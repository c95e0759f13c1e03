import { redact, redactNames } from '../../../../nodes/shared/http/redact';

describe('the text of a service, in an error', () => {
	it.each([
		['no account for anna.smith+jobs@mail.example.com.', 'no account for [email]'],
		['unknown user anna@intranet', 'unknown user [email]'],
		['@anna was mentioned, at 5 @ 3', '@anna was mentioned, at 5 @ 3'],
		['(see app.harver.com/l/9f8e7d?token=abc)', '(see [link])'],
		['no account for "Anna" <anna@example.com>, sorry', 'no account for "Anna" <[email]>, sorry'],
		['bad query email=anna%40example.com&limit=1', 'bad query email=[email]&limit=1'],
		['already invited: https://app.harver.com/l/9f8e7d?token=abc', 'already invited: [link]'],
		['already invited: app.harver.com/l/9f8e7d', 'already invited: [link]'],
		['{"magicLink":"https:\\/\\/app.harver.com\\/l\\/9f8e7d"}', '{"magicLink":"[link]'],
		['Bearer abc.def-123 is not valid', '[token] is not valid'],
		['header Authorization: Basic a2V5Og== refused', 'header Authorization: [token] refused'],
		['jwt eyJhbGciOi.eyJzdWIi.c2lnbmF0dXJl expired', 'jwt [token] expired'],
		[
			'wrong client_secret=s3cr3t!x, api key: 12ab',
			'wrong client_secret=[secret], api key: [secret]',
		],
		['{"access_token":"a1b2c3"}', '{"access_token":"[secret]"}'],
		['phone +31 (0)6 1234-5678 is not E.164', 'phone [phone] is not E.164'],
		['phone 06-12345678 is not E.164', 'phone [phone] is not E.164'],
		['phone 0031612345678 is not E.164', 'phone [phone] is not E.164'],
	])('%s', (text, expected) => {
		expect(redact(text)).toBe(expected);
	});

	it.each([
		['stages 0b1c2d3e-4f50-6172-8394-a5b6c7d8e9f0 was not found'],
		['vacancy 5c9b8a7d6e5f4a3b2c1d0e9f is closed since 2030-05-01T12:00:00Z'],
		['at most 512 characters; 1893456000000 given, code=E_1001'],
	])('keeps what helps: %s', (text) => {
		expect(redact(text)).toBe(text);
	});

	it("removes the credential's own secrets in every form, but not what is too short to be one", () => {
		const basic = Buffer.from('k3y/of+lever:').toString('base64');
		expect(
			redact(`key k3y/of+lever, k3y%2Fof%2Blever or ${basic}`, ['k3y/of+lever', 'a', '']),
		).toBe('key [secret], [secret] or [secret]');
	});

	it.each([
		['letters', 'a'],
		['@', '@'],
		['@ and dots', '@.'],
		['letters, @ and dots', 'a@a.'],
		['coded @', '%40'],
		['dots', '.'],
		['dashes', '-'],
		['words with dots', 'ab.'],
		['words with dashes', 'ab-'],
		['slashes', '/'],
		['starts of addresses', 'http://'],
		['starts of tokens', 'eyJ-'],
		['names of secrets', 'api key '],
		['names of secrets with colons', 'token:'],
		['plus signs', '+1'],
		['digits', '0'],
		['digits with dashes', '0-'],
		['spaces', ' '],
		['quotes', '"'],
	])('is redacted in linear time and is short: %s', (_what, part) => {
		for (const length of [2000, 5_000_000]) {
			const started = performance.now();
			const redacted = redact(part.repeat(length / part.length), ['secret-1']);
			expect(performance.now() - started).toBeLessThan(200);
			expect(redacted.length).toBeLessThan(10_000);
		}
	});

	it('never shows half of a secret', () => {
		expect(redact(`${'word '.repeat(399)}anna@example.com`)).not.toContain('anna');
		expect(redact('a'.repeat(5000))).toBe('');
	});
});

describe('names in a text', () => {
	it.each([
		['Ada Lovelace is on the list', '[name] [name] is on the list'],
		['candidate ADA was refused', 'candidate [name] was refused'],
		['Adanna and Canada stay', 'Adanna and Canada stay'],
		['Mr. Lovelace-King (née Lovelace)', 'Mr. [name]-King (née [name])'],
	])('%s', (text, expected) => {
		expect(redactNames(text, ['Ada', 'Lovelace', 'L'])).toBe(expected);
	});

	it('are removed whatever characters they contain', () => {
		expect(
			redactNames('O.*(Neil) [x]- was here, Éva too', ['O.*(Neil) [x]-', 'éva', '', ' ']),
		).toBe('[name] was here, [name] too');
	});
});
