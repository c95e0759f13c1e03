/** A name as Harver wants it: both parts, neither empty. */
export interface PersonName {
	firstName: string;
	lastName: string;
}

const words = (text: string): Set<string> => new Set(text.split(' '));

/** Stands for the part that a one-word name does not have. */
const PLACEHOLDER = '-';
const PARTICLES = words(
	"al am an aus ben bin bint da dal dalla das de degli dei del della den der des di do dos du el ibn la las le los mac mc op st. ten ter thor tot van vande vanden vander vom von zu zum zur ’t 't",
);
/** Joins two family names, as in Ortega y Gasset or Costa e Silva. A capital E or I is an initial. */
const CONJUNCTION = /^[yYei]$/u;
const SUFFIX = /^(?:jr|sr|ii|iii|iv|ph\.?d|m\.?d|mba|esq)\.?$/iu;
const GENERATION = /^(?:jr|sr|ii|iii|iv)\.?$/iu;
/** A degree or certificate as people put it after their name and a comma: CPA, SHRM-CP, BSc. */
const TITLE = /^(?:\p{Lu}[\p{Lu}\d-]{1,8}|[BMD]\.?(?:Sc|A|Eng|Ed|Phil)\.?)$/u;
const HONORIFIC = /^(?:mr|mrs|ms|miss|mx|dr|prof|herr|frau|mme|sir)\.?$/iu;
const PRONOUNS = words(
	'she her hers he him his they them theirs it its ze zir zirs xe xem hir any all sie ihr er ihm ihn zij haar hij hem hun hen die elle elles il lui iel ella él elle elles ela dela ele dele lei loro hon henne han honom hende ham',
);

/** Emoji, flags, check marks and other symbols, but not the accents that people type as apostrophes. */
const SYMBOLS = /[^\P{S}`´|]|[\ufe0e\ufe0f\u20e3]/gu;
/** Joiners belong between letters; elsewhere they are left over from emoji. Other format characters are invisible. */
const INVISIBLE = /(?<![\p{L}\p{M}])[\u200c\u200d]|[^\P{Cf}\u200c\u200d]/gu;
const HASHTAG = /(?<!\S)[#@]\S+/gu;
/** Separates the name from a remark, as in "Ada Example | Recruiter". */
const SEPARATOR = / ?\|+ ?| (?:[•·:]|\/\/) /u;
/** Also separates a remark, but can join two names, so it only counts after two words. */
const SPACED_DASH = / [-–—]+ /u;
const TRAILING_BRACKETS = /[([][^()[\]]*[)\]]\s*$/u;

const EAST_ASIAN =
	/^[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}ー々・ﾞﾟ\s]+$/u;
/** Katakana spells foreign names, which keep their own order. */
const KATAKANA = /^[\p{Script=Katakana}ー・ﾞﾟ\s]+$/u;
const TWO_CHARACTER_FAMILY_NAMES =
	/^(?:欧阳|歐陽|司马|司馬|诸葛|諸葛|上官|司徒|东方|東方|夏侯|皇甫|남궁|황보|제갈|선우|독고)/u;

/**
 * Splits a full name into first and last name; `undefined` when there is none. Particles and suffixes stay with the last
 * name, "Last, First" is turned around, and Chinese, Japanese and Korean names have the family name first.
 */
export function splitName(fullName: string): PersonName | undefined {
	const name = normalizeName(fullName);
	if (!/[\p{L}\p{N}]/u.test(name)) return undefined;
	if (KATAKANA.test(name)) return splitWords(wordsOf(name.replace(/・/gu, ' ')));
	if (EAST_ASIAN.test(name)) return splitEastAsianName(name);
	const [first = '', ...rest] = name.split(/\s*,[\s,]*/u).filter((part) => part !== '');
	const credentials: string[] = [];
	while (areCredentials(rest.at(-1), first, rest.length > 1)) credentials.unshift(rest.pop() ?? '');
	const suffixes = wordsOf(credentials.join(' ')).filter((word) => SUFFIX.test(word));
	if (rest.length === 0) return splitWords([...wordsOf(first), ...suffixes]);
	const given = wordsOf(rest.join(' '));
	while (given.length > 1 && SUFFIX.test(given.at(-1) ?? '')) suffixes.unshift(given.pop() ?? '');
	const inherited = suffixes.filter((word) => GENERATION.test(word));
	return { firstName: given.join(' '), lastName: [first, ...inherited].join(' ') };
}

/** Removes what people add to the name on a profile: symbols, hashtags, pronouns, roles, and brackets at the end. */
function normalizeName(fullName: string): string {
	const text = fullName
		.normalize('NFC')
		.replace(SYMBOLS, ' ')
		.replace(INVISIBLE, '')
		.replace(HASHTAG, ' ')
		.replace(/[\s\p{Cc}]+/gu, ' ')
		.trim();
	const beforeRole = text.split(SEPARATOR).find((part) => /[\p{L}\p{N}]/u.test(part)) ?? '';
	const [beforeDash = ''] = beforeRole.split(SPACED_DASH);
	const name = beforeDash.includes(' ') ? beforeDash : beforeRole;
	const bare = name.replace(TRAILING_BRACKETS, '').trim() || name;
	const all = wordsOf(bare.replace(/ ?\/ ?/gu, '/'));
	if (arePronouns(all.at(-1) ?? '')) all.pop();
	return all.join(' ').replace(/[\s,]+$/u, '');
}

/** The words of a text; a sign that stands alone is none, except a comma. */
function wordsOf(text: string): string[] {
	return text.split(/\s+/u).filter((word) => /[\p{L}\p{N},]/u.test(word));
}

function arePronouns(word: string): boolean {
	const parts = word.toLowerCase().split('/');
	return parts.length > 1 && parts.every((part) => PRONOUNS.has(part));
}

/** "Jane Doe, CPA" is not "Last, First": the name before the comma is whole, and not in capitals as what follows. */
function areCredentials(part: string | undefined, first: string, isThird: boolean): boolean {
	const mayBeTitle = (isThird || first.includes(' ')) && first !== first.toUpperCase();
	return (
		part !== undefined &&
		wordsOf(part).every((word) => SUFFIX.test(word) || (mayBeTitle && TITLE.test(word)))
	);
}

function splitWords(all: string[]): PersonName {
	const named = [...all];
	while (named.length > 2 && HONORIFIC.test(named[0] ?? '')) named.shift();
	if (named.length === 1) return { firstName: named.join(' '), lastName: PLACEHOLDER };
	let start = named.length - 1;
	const before = (): string => named[start - 1] ?? '';
	while (start > 1 && SUFFIX.test(named[start] ?? '')) start--;
	while (start > 1 && (PARTICLES.has(before().toLowerCase()) || CONJUNCTION.test(before())))
		start -= CONJUNCTION.test(before()) && start > 2 ? 2 : 1;
	return { firstName: named.slice(0, start).join(' '), lastName: named.slice(start).join(' ') };
}

function splitEastAsianName(name: string): PersonName {
	const [family = '', ...given] = name.split(' ');
	if (given.length > 0) return { firstName: given.join(' '), lastName: family };
	const letters = Array.from(name);
	if (letters.length === 1) return { firstName: name, lastName: PLACEHOLDER };
	if (/\p{Script=Katakana}/u.test(name)) return { firstName: name, lastName: PLACEHOLDER };
	const familyLength =
		letters.length >= 4 || (letters.length === 3 && TWO_CHARACTER_FAMILY_NAMES.test(name)) ? 2 : 1;
	return {
		firstName: letters.slice(familyLength).join(''),
		lastName: letters.slice(0, familyLength).join(''),
	};
}
