import { escapeRegExp } from '../node/tagPattern';

/** Text beyond this length is cut: no message for people is longer. */
const MAX_TEXT_LENGTH = 2000;
/** Shorter secrets are not redacted, because they could be part of any word. */
const MIN_SECRET_LENGTH = 6;

/** Each of these passes a text of `MAX_TEXT_LENGTH` in milliseconds whatever it holds: none repeats what itself repeats. */
const SECRETS: [RegExp, string][] = [
	[/\beyJ[\w-]+\.[\w-]+\.[\w-]*/gu, '[token]'],
	[/\b(?:Bearer|Basic)\s+[\w+/=.~-]+/giu, '[token]'],
	[
		/\b((?:api[ _-]?|access[ _-]?|client[ _-]?|refresh[ _-]?)?(?:key|token|secret|password))(["']?\s*[:=]\s*["']?)[^\s"',;&]+/giu,
		'$1$2[secret]',
	],
];
const PHONE_NUMBERS = [
	/\+\d[\d\s().-]{6,}\d/gu,
	/(?<![\w-])0\d(?:[\s().-]{0,2}\d){7,11}(?![\w-])/gu,
];
const WEB_ADDRESS = /\bhttps?:(?:\\?\/){2}\S+/giu;
const WORD = /[^\s<>"'()]+/gu;
const PART_OF_WORD = /[^\s<>"'(),;:=?&]+/gu;

/**
 * The text of a service without links, email addresses, tokens and phone numbers, and without the given secrets: fit for
 * an error or a log. What is very long is cut.
 */
export function redact(text: string, secrets: string[] = []): string {
	const withoutPeople = redactSecrets(cutAtWord(text), secrets)
		.replace(WEB_ADDRESS, '[link]')
		.replace(PART_OF_WORD, (part) => (isEmailAddress(part) ? '[email]' : part))
		.replace(WORD, (word) => (isLink(word) ? '[link]' : word));
	const withoutSecrets = SECRETS.reduce(
		(rest, [pattern, replacement]) => rest.replace(pattern, replacement),
		withoutPeople,
	);
	return PHONE_NUMBERS.reduce((rest, pattern) => rest.replace(pattern, '[phone]'), withoutSecrets);
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

function redactSecrets(text: string, secrets: string[]): string {
	return secrets
		.filter((secret) => secret.length >= MIN_SECRET_LENGTH)
		.flatMap((secret) => [
			secret,
			encodeURIComponent(secret),
			Buffer.from(`${secret}:`).toString('base64'),
		])
		.reduce((rest, secret) => rest.replaceAll(secret, '[secret]'), text);
}

/** Something, an @ or its code, and something more. */
function isEmailAddress(part: string): boolean {
	const at = part.search(/@|%40/u);
	return at > 0 && !/(?:@|%40)$/u.test(part);
}

/** An address without https://, such as app.harver.com/l/9f8e. */
function isLink(word: string): boolean {
	const host = word.slice(0, Math.max(0, word.indexOf('/')));
	const lastLabel = host.slice(host.lastIndexOf('.') + 1);
	return lastLabel.length < host.length && /^[a-z]{2,}$/iu.test(lastLabel);
}

/** Half a secret would not be recognized, so a long text is cut between two words. */
function cutAtWord(text: string): string {
	if (text.length <= MAX_TEXT_LENGTH) return text;
	const start = text.slice(0, MAX_TEXT_LENGTH);
	return start.slice(
		0,
		Math.max(...[' ', '\n', '\t'].map((space) => start.lastIndexOf(space))) + 1,
	);
}
