/** A name as Harver wants it: both parts, neither empty. */
export interface PersonName {
	firstName: string;
	lastName: string;
}

/** What stands for the part that a one-word name does not have. */
const NO_PART = '-';
const PARTICLES = new Set(
	"al am an aus ben bin bint da dal dalla das de degli dei del della den der des di do dos du el ibn la las le los mac mc op st. ten ter thor tot van vande vanden vander vom von zu zum zur y ’t 't".split(
		' ',
	),
);
const SUFFIX = /^(?:jr|sr|ii|iii|iv|ph\.?d|m\.?d|mba|esq)\.?$/iu;
/** A degree or certificate after a comma, as people put them behind their names: CPA, SHRM-CP, PMP®. */
const TITLE = /^(?:\p{Lu}[\p{Lu}\d-]{1,8}|[BMD]\.?(?:Sc|A|Eng|Ed|Phil)\.?)[®™]?$/u;
/** What profiles hold beside the name: pronouns or another name in brackets at the end. */
const REMARK = /[([](?:[^()[\]]*)[)\]]\s*$/u;
const HONORIFIC = /^(?:mr|mrs|ms|miss|mx|dr|prof|herr|frau|mme|sir)\.?$/iu;
const EAST_ASIAN =
	/^[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}ー々\s]+$/u;
const DOUBLE_FAMILY_NAMES =
	/^(?:欧阳|歐陽|司马|司馬|诸葛|諸葛|上官|司徒|东方|東方|夏侯|皇甫|남궁|황보|제갈|선우|독고)/u;

/**
 * Splits a full name into first and last name, `undefined` when there is none. Particles and suffixes stay with the last
 * name, "Last, First" is turned round, Chinese, Japanese and Korean names have the family name first.
 */
export function splitName(fullName: string): PersonName | undefined {
	const name = bareName(fullName);
	if (!/[\p{L}\p{N}]/u.test(name)) return undefined;
	if (EAST_ASIAN.test(name)) return splitEastAsianName(name);
	const [before = '', after = ''] = name.split(/,(.*)/su).map((part) => part.trim());
	const behind = after.split(/[\s,]+/u).filter((word) => word !== '');
	const suffixes = behind.filter((word) => SUFFIX.test(word));
	if (behind.length > suffixes.length && !areTitles(before, behind))
		return { firstName: after, lastName: before || NO_PART };
	return splitWords([...before.split(' '), ...suffixes].filter((word) => word !== ''));
}

/** Without invisible characters, symbols such as emoji, and what stands in brackets at the end. */
function bareName(fullName: string): string {
	const visible = fullName
		.normalize('NFC')
		.replace(/\p{Cf}/gu, (mark) => (mark === '\u200c' || mark === '\u200d' ? mark : ''));
	const words = visible.split(/\s+/u).filter((word) => !/^\p{Extended_Pictographic}/u.test(word));
	const name = words.join(' ').trim();
	const withoutRemark = name.replace(REMARK, '').trim();
	return withoutRemark === '' ? name : withoutRemark;
}

/** "Jane Doe, CPA" is not "Last, First": the name before the comma is whole, and not written in capitals as what follows. */
function areTitles(before: string, behind: string[]): boolean {
	return (
		before.includes(' ') &&
		before !== before.toUpperCase() &&
		behind.every((word) => SUFFIX.test(word) || TITLE.test(word))
	);
}

function splitWords(words: string[]): PersonName {
	const named = words.length > 2 && HONORIFIC.test(words[0] ?? '') ? words.slice(1) : words;
	if (named.length === 1) return { firstName: named.join(' '), lastName: NO_PART };
	let lastStart = named.length - 1;
	while (lastStart > 1 && SUFFIX.test(named[lastStart] ?? '')) lastStart--;
	while (lastStart > 1 && PARTICLES.has((named[lastStart - 1] ?? '').toLowerCase())) lastStart--;
	return {
		firstName: named.slice(0, lastStart).join(' '),
		lastName: named.slice(lastStart).join(' '),
	};
}

function splitEastAsianName(name: string): PersonName {
	const [family = '', ...given] = name.split(' ');
	if (given.length > 0) return { firstName: given.join(' '), lastName: family };
	const letters = Array.from(name);
	if (letters.length === 1) return { firstName: name, lastName: NO_PART };
	if (/\p{Script=Katakana}/u.test(name)) return { firstName: name, lastName: NO_PART };
	const familyLength =
		letters.length >= 4 || (letters.length === 3 && DOUBLE_FAMILY_NAMES.test(name)) ? 2 : 1;
	return {
		firstName: letters.slice(familyLength).join(''),
		lastName: letters.slice(0, familyLength).join(''),
	};
}
