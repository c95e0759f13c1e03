const PERSONAL_OR_SECRET: [RegExp, string][] = [
	[/\bhttps?:\/\/\S+/giu, '[link]'],
	[/[^\s<>"'(),;:]+@[^\s<>"'(),;:]+\.[^\s<>"'(),;:]+/gu, '[e-mail]'],
	[/\beyJ[\w-]+\.[\w-]+\.[\w-]*/gu, '[token]'],
	[/\b(?:Bearer|Basic)\s+[\w+/=.-]+/giu, '[token]'],
	[/\+\d[\d\s().-]{6,}\d/gu, '[phone]'],
];

/** The text of a service without links, e-mail addresses, tokens and phone numbers: fit for an error or a log. */
export function redact(text: string): string {
	return PERSONAL_OR_SECRET.reduce((redacted, [pattern, word]) => redacted.replace(pattern, word), text);
}
