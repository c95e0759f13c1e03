import { toText } from '../../shared/node/parameters';

/**
 * Reads a score as the one number that is shown and decided by: a whole percentage from 0 to 100, rounded half up. Harver
 * documents numbers, also with decimals (docs/harver-api.md, Reading an application); a number as text is one too. Returns `null` for
 * anything else.
 */
export function parseScore(value: unknown): number | null {
	const text = toText(value);
	if (!/^\d+(\.\d+)?$/u.test(text)) return null;
	const score = Math.round(Number(text));
	return score <= 100 ? score : null;
}

/** Returns the data without magic links: they log the candidate in and belong only in an item that asked for one. */
export function removeMagicLinks(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(removeMagicLinks);
	if (typeof value !== 'object' || value === null) return value;
	const kept = Object.entries(value).filter(([name]) => !/^magic[\s_-]?link$/iu.test(name));
	return Object.fromEntries(kept.map(([name, part]) => [name, removeMagicLinks(part)]));
}
