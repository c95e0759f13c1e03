import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { parseList, splitLines } from '../../../shared/node/parameters';
import { tagMatches } from '../../../shared/node/tagPattern';

/** Filters by tag that Lever's API does not have: by pattern, and for tags that are missing (docs/lever-api.md, Opportunities). */
export const tagFilterField: INodeProperties = {
	displayName: 'Options',
	name: 'options',
	type: 'collection',
	placeholder: 'Add option',
	default: {},
	options: [
		{
			displayName: 'With Tag Matching',
			name: 'withTag',
			type: 'string',
			default: '',
			placeholder: 'e.g. Harver Vacancy: *',
			description:
				'Return only opportunities with a matching tag. Use * for any text. To use several patterns, put each on its own line. Not case-sensitive. The node reads the list page by page and filters the results itself.',
		},
		{
			displayName: 'Without Tag Matching',
			name: 'withoutTag',
			type: 'string',
			default: '',
			placeholder: 'e.g. Harver: Invited',
			description:
				'Return only opportunities without a matching tag. Use * for any text. To use several patterns, put each on its own line. Not case-sensitive.',
		},
	],
};

/** Builds the test that an opportunity has to pass for the options, or `undefined` when they are empty. */
export function buildTagFilter({
	withTag,
	withoutTag,
}: IDataObject): ((opportunity: IDataObject) => boolean) | undefined {
	const required = parseList(withTag, splitLines);
	const forbidden = parseList(withoutTag, splitLines);
	if (required.length === 0 && forbidden.length === 0) return undefined;
	return ({ tags }) => {
		const hasTag = (patterns: string[]): boolean =>
			getTexts(tags).some((tag) => patterns.some((pattern) => tagMatches(pattern, tag)));
		return (required.length === 0 || hasTag(required)) && !hasTag(forbidden);
	};
}

/** The strings in a value that should be a list of strings. */
export function getTexts(list: unknown): string[] {
	const values: unknown[] = Array.isArray(list) ? list : [];
	return values.filter((value) => typeof value === 'string');
}
