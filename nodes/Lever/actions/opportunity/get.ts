import type {
	IDataObject,
	IExecuteFunctions,
	INodeExecutionData,
	INodeProperties,
	INodePropertyOptions,
} from 'n8n-workflow';

import { path } from '../../../shared/http/path';
import { getTextParameter } from '../../../shared/node/parameters';
import { tagMatches } from '../../../shared/node/tagPattern';
import { asObject, asObjects } from '../../../shared/object';
import { expandField, getExpand, getOpportunityId, opportunityField } from '../../fields/common';
import { leverRequest } from '../../transport/request';
import { getTexts } from './tagFilter';

export const option: INodePropertyOptions = {
	name: 'Get',
	value: 'get',
	action: 'Get an opportunity',
	description: 'Get an opportunity with its contact details, stage, tags and application',
};

export const fields: INodeProperties[] = [
	opportunityField,
	expandField,
	{
		displayName: 'Include Posting',
		name: 'includePosting',
		type: 'options',
		options: [
			{ name: 'Never', value: 'never' },
			{ name: 'Always', value: 'always', description: 'Requires one more request to Lever' },
			{
				name: 'Unless a Tag Matches',
				value: 'unlessTagMatches',
				description:
					"Only if none of the opportunity's tags match the pattern, so you can check the posting's tags instead",
			},
		],
		default: 'never',
		description:
			'When to return the posting that the candidate applied to, as <code>posting</code>. Requires Applications under "Include Details Of".',
	},
	{
		displayName: 'Tag Pattern',
		name: 'postingTagPattern',
		type: 'string',
		default: 'Harver Vacancy: *',
		placeholder: 'e.g. Harver Vacancy: *',
		description: 'The tag to look for. Use * for any text. Not case-sensitive.',
		displayOptions: { show: { includePosting: ['unlessTagMatches'] } },
	},
];

/**
 * Reads one opportunity (docs/lever-api.md, Opportunities) and, on request, the posting of its application as `posting`: only
 * the application names it (docs/lever-api.md, Applications). Throws NodeOperationError when none is given, NodeApiError.
 */
export async function execute(
	this: IExecuteFunctions,
	itemIndex: number,
): Promise<INodeExecutionData[]> {
	const id = getOpportunityId(this, itemIndex);
	const opportunity = await leverRequest(this, {
		method: 'GET',
		path: path`/opportunities/${id}`,
		query: { expand: getExpand(this, itemIndex) },
		description: `read the opportunity ${id}`,
		itemIndex,
	});
	const postingId = getPostingId(opportunity);
	if (postingId === undefined || !shouldIncludePosting(this, itemIndex, opportunity))
		return [{ json: opportunity }];
	const posting = await leverRequest(this, {
		method: 'GET',
		path: path`/postings/${postingId}`,
		description: `read the posting ${postingId} of the opportunity ${id}`,
		itemIndex,
	});
	return [{ json: { ...opportunity, posting } }];
}

function shouldIncludePosting(
	context: IExecuteFunctions,
	itemIndex: number,
	{ tags }: IDataObject,
): boolean {
	const when = context.getNodeParameter('includePosting', itemIndex, 'never');
	if (when !== 'unlessTagMatches') return when === 'always';
	const pattern = getTextParameter(context, itemIndex, 'postingTagPattern');
	return !getTexts(tags).some((tag) => tagMatches(pattern, tag));
}

/** The posting of an expanded application; `undefined` when applications are IDs or there is none. */
function getPostingId({ applications }: IDataObject): string | undefined {
	const { posting } = asObject(asObjects(applications)[0]);
	return typeof posting === 'string' ? posting : undefined;
}
