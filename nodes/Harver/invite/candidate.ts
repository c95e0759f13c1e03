import { toText } from '../../shared/node/parameters';
import type { Candidate } from '../requests/createApplication';
import { splitName } from './personName';

/** Why the candidate cannot be invited. */
export type CandidateProblem = 'anonymized' | 'noEmail' | 'noName';

const EMAIL = /^[^\s@<>"(),;:]+@[\p{L}\p{M}\p{N}-]+(?:\.[\p{L}\p{M}\p{N}-]+)+$/u;
const MAX_EMAIL_LENGTH = 254;
const E164 = /^\+[1-9]\d{7,14}$/u;
const COUNTRY_CODE = /^\+(?:[17]|2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58]|\d{3})/u;
/** All locales that Harver supports (docs/harver-api.md, Inviting). */
const LOCALES =
	'bg-BG cs-CS da-DK de-AT de-CH de-DE el-GR en-GB en-US es-419 es-ES fi-FI fr-BE fr-CA fr-FR hu-HU it-CH it-IT ja-JP ko-KR nb-NO nl-BE nl-NL pl-PL pt-BR pt-PT ru-RU sk-SK sr-RS sv-SE tr-TR ur-UR zh-CN'.split(
		' ',
	);

/**
 * Returns the candidate of an opportunity item, or why there is none to invite. The options of the node (`email`, `firstName`,
 * `lastName`, `phone`, `language`) override the profile.
 */
export function getCandidate(
	opportunity: Record<string, unknown>,
	options: Record<string, unknown>,
): Candidate | CandidateProblem {
	if (opportunity.isAnonymized === true) return 'anonymized';
	const emailAddress = getFirstEmail(toText(options.email) || opportunity.emails);
	if (emailAddress === undefined) return 'noEmail';
	const name = splitName(toText(opportunity.name));
	const firstName = toText(options.firstName) || name?.firstName;
	const lastName = toText(options.lastName) || name?.lastName;
	if (firstName === undefined || lastName === undefined) return 'noName';
	const phoneNumber = getFirstPhone(toText(options.phone) || opportunity.phones);
	const language = parseLocale(toText(options.language));
	return {
		emailAddress,
		firstName,
		lastName,
		...(phoneNumber === undefined ? {} : { phoneNumber }),
		...(language === undefined ? {} : { language }),
	};
}

/** Returns the first of several email addresses that is valid, or `undefined`. */
export function getFirstEmail(addresses: unknown): string | undefined {
	return [addresses]
		.flat()
		.map(normalize)
		.find((address) => EMAIL.test(address) && address.length <= MAX_EMAIL_LENGTH);
}

/**
 * Returns the first of several phone numbers that is certain, in E.164, or `undefined`. A number is certain when it starts with
 * + or 00 and the country code, without an extension or a zero after the code. That zero is dialed within the country only
 * (but is part of Italian numbers).
 */
export function getFirstPhone(phones: unknown): string | undefined {
	return [phones]
		.flat()
		.map(toE164)
		.find((number) => number !== undefined);
}

function toE164(phone: unknown): string | undefined {
	const text =
		typeof phone === 'object' && phone !== null && 'value' in phone ? phone.value : phone;
	const number = normalize(text)
		.replace('(0)', '')
		.replace(/[\s().\-/\u2010-\u2015]/gu, '')
		.replace(/^00/u, '+');
	const [code = ''] = COUNTRY_CODE.exec(number) ?? [];
	const isDialedAtHome = number[code.length] === '0' && code !== '+39';
	return E164.test(number) && !isDialedAtHome ? number : undefined;
}

/**
 * Returns the Harver locale that a language code certainly means, or `undefined`. A language without a country is that of
 * the country it is named after, `nl-NL` for `nl`, or Harver's only one; English could be American or British.
 */
export function parseLocale(language: string): string | undefined {
	const code = normalize(language).replace(/_/gu, '-').toLowerCase();
	const ofLanguage = LOCALES.filter((locale) => locale.startsWith(`${code}-`));
	return (
		LOCALES.find((locale) => [code, `${code}-${code}`].includes(locale.toLowerCase())) ??
		(ofLanguage.length === 1 ? ofLanguage[0] : undefined)
	);
}

/** Without the invisible characters and the odd width that come along when text is copied. */
function normalize(value: unknown): string {
	const text = typeof value === 'string' ? value.normalize('NFKC') : '';
	return text
		.replace(/\p{Cf}/gu, '')
		.replace(/\p{Cc}/gu, ' ')
		.trim();
}
