import type {
	IExecuteFunctions,
	INodeExecutionData,
	INodeProperties,
	INodePropertyOptions,
} from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

import { parseList } from '../../../shared/node/parameters';
import { isSpecific } from '../../../shared/node/tagPattern';
import { opportunityField } from '../../fields/opportunity';
import { performAsField } from '../../fields/performAs';
import { tagsField, tagsOf } from '../../fields/tags';
import { changeOpportunity } from './changeOpportunity';
import { replacedTags } from './replacedTags';

export const option: INodePropertyOptions = {
	name: 'Add Tags',
	value: 'addTags',
	action: 'Add tags to an opportunity',
	description: 'Put tags on a candidacy; those it has already stay as they are',
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
				displayName: 'Replace Tags That Match',
				name: 'replaceMatching',
				type: 'string',
				default: '',
				placeholder: 'e.g. Harver: *%',
				description:
					'The other tags of the opportunity that match are removed once the new ones are on it, so that only the newest of its kind stands, such as a score. A tag with * for any text, or several on lines of their own; upper and lower case are the same.',
			},
		],
	},
];

/**
 * Adds tags, a set (docs/lever-api.md, Opportunities and Tags), then removes those that they replace: in this order, so that the profile is
 * never without. Throws NodeOperationError when no tag is given or the pattern would match any tag, NodeApiError.
 */
export async function execute(
	this: IExecuteFunctions,
	itemIndex: number,
): Promise<INodeExecutionData[]> {
	const tags = tagsOf(this, itemIndex);
	const patterns = replacePatterns(this, itemIndex);
	const added = await changeOpportunity(this, itemIndex, {
		method: 'POST',
		action: 'addTags',
		body: { tags },
		verb: 'add tags to',
	});
	const replaced = replacedTags(patterns, tags, added[0]?.json.tags);
	if (replaced.length === 0) return added;
	return await changeOpportunity(this, itemIndex, {
		method: 'POST',
		action: 'removeTags',
		body: { tags: replaced },
		verb: 'remove replaced tags from',
	});
}

function replacePatterns(context: IExecuteFunctions, itemIndex: number): string[] {
	const options = context.getNodeParameter('options', itemIndex, {});
	if (!('replaceMatching' in options)) return [];
	const patterns = parseList(options.replaceMatching, (text) => text.split('\n'));
	if (patterns.length > 0 && patterns.every(isSpecific)) return patterns;
	throw new NodeOperationError(
		context.getNode(),
		'The pattern of the tags to replace would match every tag',
		{
			itemIndex,
			description:
				'Give the text that the tags to replace have in common, with * for the rest, e.g. "Harver: *%", or remove the option "Replace Tags That Match".',
		},
	);
}
