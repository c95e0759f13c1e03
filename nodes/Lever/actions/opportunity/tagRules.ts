import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { parseList } from '../../../shared/node/parameters';
import { tagMatches } from '../../../shared/node/tagPattern';

const oneALine = (text: string): string[] => text.split('\n');

/** What Lever's list cannot filter by: tags that look like a pattern, and tags that are not there (docs/lever-api.md, Opportunities). */
export const tagRulesField: INodeProperties = {
	displayName: 'Options',
	name: 'options',
	type: 'collection',
	placeholder: 'Add option',
	default: {},
	options: [
		{
			displayName: 'Only With a Tag Like',
			name: 'withTag',
			type: 'string',
			default: '',
			placeholder: 'e.g. Harver Vacancy: *',
			description:
				'Only opportunities with a tag that matches: a tag with * for any text, or several on lines of their own; upper and lower case are the same. Read page by page, so that the list may be long.',
		},
		{
			displayName: 'Only Without a Tag Like',
			name: 'withoutTag',
			type: 'string',
			default: '',
			placeholder: 'e.g. Harver: Invited',
			description:
				'Only opportunities none of whose tags match: a tag with * for any text, or several on lines of their own; upper and lower case are the same',
		},
	],
};

/** The test that an opportunity has to pass for the options, or `undefined` when they ask for nothing. */
export function tagTest({
	withTag,
	withoutTag,
}: IDataObject): ((opportunity: IDataObject) => boolean) | undefined {
	const wanted = parseList(withTag, oneALine);
	const unwanted = parseList(withoutTag, oneALine);
	if (wanted.length === 0 && unwanted.length === 0) return undefined;
	return ({ tags }) => {
		const texts = (Array.isArray(tags) ? (tags as unknown[]) : []).filter(
			(tag) => typeof tag === 'string',
		);
		const oneMatches = (patterns: string[]): boolean =>
			texts.some((tag) => patterns.some((pattern) => tagMatches(pattern, tag)));
		return (wanted.length === 0 || oneMatches(wanted)) && !oneMatches(unwanted);
	};
}
