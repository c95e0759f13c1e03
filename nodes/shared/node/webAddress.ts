/** Whether a text is a full http or https address. */
export function isWebAddress(text: string): boolean {
	return /^https?:\/\//iu.test(text) && !/\s/u.test(text) && URL.canParse(text);
}

/** The links in one text, with spaces, line ends or commas between them. A comma inside an address belongs to it. */
export function splitLinks(text: string): string[] {
	return text.split(/,?\s+|,(?=https?:\/\/)/iu).map((link) => link.replace(/,$/u, ''));
}
