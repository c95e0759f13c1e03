const E_MAIL = /^[^\s@<>"(),;:]+@[^\s@<>"(),;:.]+(?:\.[^\s@<>"(),;:.]+)+$/u;

/** The first of several e-mail addresses that can be one, or `undefined`. */
export function firstValidEmail(addresses: unknown): string | undefined {
	const list: unknown[] = Array.isArray(addresses) ? addresses : [addresses];
	const valid = list.map((address) => (typeof address === 'string' ? address.trim() : '')).find((address) => E_MAIL.test(address));
	return valid === undefined || valid.length > 254 ? undefined : valid;
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
	const text = typeof phone === 'object' && phone !== null && 'value' in phone ? phone.value : phone;
	if (typeof text !== 'string') return undefined;
	const bare = text
		.trim()
		.replace(/\(0\)/u, '')
		.replace(/[\s().\-/\u00a0\u2010-\u2015]/gu, '')
		.replace(/^00/u, '+');
	return /^\+[1-9]\d{7,14}$/u.test(bare) ? bare : undefined;
}
