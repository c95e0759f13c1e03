const E_MAIL = /^[^\s@<>"(),;:]+@[\p{L}\p{M}\p{N}-]+(?:\.[\p{L}\p{M}\p{N}-]+)+$/u;
const LONGEST_E_MAIL = 254;

/** Country codes whose numbers never begin with a zero: one that does still has the zero that is dialled within the country. */
const ZERO_IS_DIALLED_AT_HOME =
	/^\+(?:20|27|3[0-46]|353|358|4[0134679]|5[158]|6[0-46]|8[1246]|9[0-58]|972)0/u;

/** The first of several e-mail addresses that can be one, or `undefined`. */
export function firstValidEmail(addresses: unknown): string | undefined {
	const list: unknown[] = Array.isArray(addresses) ? addresses : [addresses];
	return list
		.map((address) => (typeof address === 'string' ? visible(address) : ''))
		.find((address) => E_MAIL.test(address) && address.length <= LONGEST_E_MAIL);
}

/**
 * A phone number in E.164, only when it is certain: it names its country with `+` or `00` and has nothing else about it
 * (no extension). `undefined` otherwise.
 */
export function certainPhone(phones: unknown): string | undefined {
	const list: unknown[] = Array.isArray(phones) ? phones : [phones];
	return list.map(certainNumber).find((number) => number !== undefined);
}

function certainNumber(phone: unknown): string | undefined {
	const text =
		typeof phone === 'object' && phone !== null && 'value' in phone ? phone.value : phone;
	if (typeof text !== 'string') return undefined;
	const bare = visible(text)
		.replace(/\(0\)/u, '')
		.replace(/[\s().\-/\u00a0\u2010-\u2015]/gu, '')
		.replace(/^00/u, '+');
	return /^\+[1-9]\d{7,14}$/u.test(bare) && !ZERO_IS_DIALLED_AT_HOME.test(bare) ? bare : undefined;
}

/** Without the invisible characters that come along when something is copied from a phone or a web page. */
function visible(text: string): string {
	return text.replace(/\p{Cf}/gu, '').trim();
}
