/** The e-mail address that a search is for, or `undefined` when it is for something else. */
export function emailAddressIn(filter: string | undefined): string | undefined {
	const text = filter?.trim() ?? '';
	return /^[^\s@]+@[^\s@]+\.[^\s@.]+$/u.test(text) ? text : undefined;
}
