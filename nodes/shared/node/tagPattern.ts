/**
 * What stands for the `*` of a tag pattern in a tag: with the pattern `Harver Vacancy: *`, the tag
 * `harver vacancy: Sales` gives `Sales`. A pattern without `*` means "starts with". Upper and lower case are the same.
 * `undefined` when the tag does not match or nothing stands there.
 */
export function matchTag(pattern: string, tag: string): string | undefined {
	const [before = '', after = ''] = splitPattern(pattern);
	const matched = new RegExp(`^${escaped(before)}(.+)${escaped(after)}$`, 'iu').exec(
		collapsed(tag),
	);
	const value = matched?.[1]?.trim();
	return value === undefined || value === '' ? undefined : value;
}

/** Whether a tag matches a pattern as `valueInTag` reads it, with or without a value. */
export function tagMatches(pattern: string, tag: string): boolean {
	const [before = '', after = ''] = splitPattern(pattern);
	if (before === '' && after === '') return false;
	return new RegExp(`^${escaped(before)}.*${escaped(after)}$`, 'iu').test(collapsed(tag));
}

/** Whether a pattern says anything about a tag: an empty one or a lone `*` would match all. */
export function isSpecific(pattern: string): boolean {
	return splitPattern(pattern).some((part) => part.replace(/\*/gu, '').trim() !== '');
}

/** Whether two tags are the same but for how they are spaced or encoded. */
export function sameTag(one: string, other: string): boolean {
	return collapsed(one) === collapsed(other);
}

function splitPattern(pattern: string): string[] {
	const [before = '', ...rest] = pattern.replace(/…|\.\.\./gu, '*').split('*');
	return [collapsed(before), collapsed(rest.join('*'))];
}

function escaped(text: string): string {
	return escapeRegExp(text).replace(/ /gu, '\\s*');
}

function collapsed(text: string): string {
	return text.normalize('NFC').replace(/\s+/gu, ' ').trim();
}

/** A text as it is written in a regular expression (with the flag u) that means just this text. */
export function escapeRegExp(text: string): string {
	return text.replace(/[.*+?^${}()|[\]\\/]/gu, '\\$&');
}
