import type {
	IExecuteFunctions,
	INodeExecutionData,
	INodeProperties,
	INodePropertyOptions,
} from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

import { parseList, splitLines } from '../../../shared/node/parameters';
import { isSpecific, sameTag, tagMatches } from '../../../shared/node/tagPattern';
import { opportunityField } from '../../fields/common';
import { getTags, tagsField } from '../../fields/lists';
import { performAsField } from '../../fields/performAs';
import { getTexts } from './tagFilter';
import { updateOpportunity } from './updateOpportunity';

export const option: INodePropertyOptions = {
	name: 'Add Tags',
	value: 'addTags',
	action: 'Add tags to an opportunity',
	description: 'Add tags to an opportunity and keep the existing ones',
};

export const fields: INodeProperties[] = [
	opportunityField,
	tagsField,
	performAsField,
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add option',
		default: {},
		options: [
			{
				displayName: 'Replace Tags Matching',
				name: 'replaceMatching',
				type: 'string',
				default: '',
				placeholder: 'e.g. Harver: *%',
				description:
					'Removes other matching tags after the new tags are added, for example an old score. Use * for any text. To use several patterns, put each on its own line. Not case-sensitive.',
			},
		],
	},
];

/**
 * Adds tags, then removes the ones that they replace (docs/lever-api.md, Tags): in this order, so that the opportunity is
 * never without. Throws NodeOperationError when no tag is given or the pattern would match any tag, NodeApiError.
 */
export async function execute(
	this: IExecuteFunctions,
	itemIndex: number,
): Promise<INodeExecutionData[]> {
	const tags = getTags(this, itemIndex);
	const patterns = getReplacePatterns(this, itemIndex);
	const added = await updateOpportunity(this, itemIndex, {
		method: 'POST',
		action: 'addTags',
		body: { tags },
		verb: 'add tags to',
	});
	const tagsToRemove = findReplacedTags(patterns, tags, added[0]?.json.tags);
	if (tagsToRemove.length === 0) return added;
	return await updateOpportunity(this, itemIndex, {
		method: 'POST',
		action: 'removeTags',
		body: { tags: tagsToRemove },
		verb: 'remove replaced tags from',
	});
}

function getReplacePatterns(context: IExecuteFunctions, itemIndex: number): string[] {
	const options = context.getNodeParameter('options', itemIndex, {});
	if (!('replaceMatching' in options)) return [];
	const patterns = parseList(options.replaceMatching, splitLines);
	if (patterns.length > 0 && patterns.every(isSpecific)) return patterns;
	throw new NodeOperationError(context.getNode(), '"Replace Tags Matching" would match every tag', {
		itemIndex,
		description:
			'Include the text that the tags have in common, e.g. "Harver: *%", or remove the option.',
	});
}

/** The opportunity's tags that match a pattern and are not among the new ones. */
function findReplacedTags(patterns: string[], newTags: string[], tags: unknown): string[] {
	return getTexts(tags).filter(
		(tag) =>
			patterns.some((pattern) => tagMatches(pattern, tag)) &&
			!newTags.some((newTag) => sameTag(newTag, tag)),
	);
}
