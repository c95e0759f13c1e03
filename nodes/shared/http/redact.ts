import { escapeRegExp } from '../node/tagPattern';

/** No more of a text than this is read: nothing longer is meant for people. */
const LONGEST_TEXT = 2000;
/** A secret that is shorter could be part of any word. */
const SHORTEST_SECRET = 6;

const PERSONAL_OR_SECRET: [RegExp, string][] = [
	[/\bhttps?:(?:\\?\/){2}\S+/giu, '[link]'],
	[/[^\s<>"'(),;:=?&]+(?:@|%40)[^\s<>"'(),;:=?&]+\.[^\s<>"'(),;:=?&]+/giu, '[e-mail]'],
	[/\b(?:[\w-]+\.)+[a-z]{2,}\/\S+/giu, '[link]'],
	[/\beyJ[\w-]+\.[\w-]+\.[\w-]*/gu, '[token]'],
	[/\b(?:Bearer|Basic)\s+[\w+/=.~-]+/giu, '[token]'],
	[
		/\b((?:api[ _-]?|access[ _-]?|client[ _-]?|refresh[ _-]?)?(?:key|token|secret|password))(["']?\s*[:=]\s*["']?)[^\s"',;&]+/giu,
		'$1$2[secret]',
	],
	[/\+\d[\d\s().-]{6,}\d/gu, '[phone]'],
	[/(?<![\w-])0\d(?:[\s().-]{0,2}\d){7,11}(?![\w-])/gu, '[phone]'],
];

/**
 * The text of a service without links, e-mail addresses, tokens and phone numbers, and without the given secrets: fit for
 * an error or a log. What is very long is cut.
 */
export function redact(text: string, secrets: string[] = []): string {
	const withoutSecrets = secrets
		.filter((secret) => secret.length >= SHORTEST_SECRET)
		.flatMap((secret) => [
			secret,
			encodeURIComponent(secret),
			Buffer.from(`${secret}:`).toString('base64'),
		])
		.reduce((rest, secret) => rest.replaceAll(secret, '[secret]'), text);
	return PERSONAL_OR_SECRET.reduce(
		(redacted, [pattern, word]) => redacted.replace(pattern, word),
		cutAtAWord(withoutSecrets),
	);
}

/** The text without the given names of people, as whole words in any case. */
export function redactNames(text: string, names: string[]): string {
	return names
		.map((name) => name.trim())
		.filter((name) => name.length > 1)
		.sort((one, other) => other.length - one.length)
		.reduce(
			(rest, name) =>
				rest.replace(
					new RegExp(`(?<![\\p{L}\\p{N}])${escapeRegExp(name)}(?![\\p{L}\\p{N}])`, 'giu'),
					'[name]',
				),
			text,
		);
}

/** Half a secret would not be known for one, so what is cut is cut between two words. */
function cutAtAWord(text: string): string {
	return text.length > LONGEST_TEXT ? text.slice(0, LONGEST_TEXT).replace(/\S*$/u, '') : text;
}
