/**
 * Returns what stands for the `*` of a tag pattern: with the pattern `Harver Vacancy: *`, the tag `harver vacancy : Sales`
 * gives `Sales`. A pattern without `*` means "starts with". Case, spaces before and after words and signs, invisible characters
 * and full-width letters make no difference. Returns `undefined` when the tag does not match or nothing stands there.
 */
export function matchTag(pattern: string, tag: string): string | undefined {
	const { before, after } = splitPattern(pattern);
	const matched = new RegExp(`^${before}(.+)${after}$`, 'iu').exec(normalizeTag(tag));
	const value = matched?.[1]?.trim();
	return value === undefined || value === '' ? undefined : value;
}

/** Returns whether a tag matches a pattern as `matchTag` reads it, with or without a value. */
export function tagMatches(pattern: string, tag: string): boolean {
	const { before, after } = splitPattern(pattern);
	if (before === '' && after === '') return false;
	return new RegExp(`^${before}.*${after}$`, 'iu').test(normalizeTag(tag));
}

/** Returns whether a pattern says anything about a tag: an empty one or a lone `*` would match all. */
export function isSpecific(pattern: string): boolean {
	return normalizeTag(pattern.replace(/…|\*|\.\.\./gu, '')) !== '';
}

/** Returns whether two tags are the same but for how they are spaced or encoded. */
export function sameTag(one: string, other: string): boolean {
	return normalizeTag(one) === normalizeTag(other);
}

/** Returns a tag without invisible characters, with single spaces, and in one encoding (full-width letters are plain ones). */
export function normalizeTag(text: string): string {
	return text
		.normalize('NFKC')
		.replace(/\p{Cf}/gu, '')
		.replace(/[\s\p{Cc}]+/gu, ' ')
		.trim();
}

/** The regular expressions for what stands before and after the `*`. */
function splitPattern(pattern: string): { before: string; after: string } {
	const [before = '', ...rest] = pattern.replace(/…|\.\.\./gu, '*').split('*');
	return { before: toExpression(before), after: toExpression(rest.join('*')) };
}

/** Words and signs in this order; the spaces between them are optional. */
function toExpression(text: string): string {
	const parts = normalizeTag(text).match(/[\p{L}\p{M}\p{N}]+|[^\p{L}\p{M}\p{N}\s]/gu) ?? [];
	return parts.map(escapeRegExp).join(' ?');
}

/** A text as it is written in a regular expression (with the flag u) that means just this text. */
export function escapeRegExp(text: string): string {
	return text.replace(/[.*+?^${}()|[\]\\/]/gu, '\\$&');
}
