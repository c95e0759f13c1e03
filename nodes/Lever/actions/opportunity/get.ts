import type {
	IDataObject,
	IExecuteFunctions,
	INodeExecutionData,
	INodeProperties,
	INodePropertyOptions,
} from 'n8n-workflow';

import { path } from '../../../shared/http/path';
import { tagMatches } from '../../../shared/node/tagPattern';
import { expandField } from '../../fields/expand';
import { opportunityField, opportunityIdOf } from '../../fields/opportunity';
import { leverRequest } from '../../transport/request';

export const option: INodePropertyOptions = {
	name: 'Get',
	value: 'get',
	action: 'Get an opportunity',
	description: 'Read one candidacy with its contact details, stage, tags and application',
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
			{ name: 'Always', value: 'always', description: 'One more request to Lever' },
			{
				name: 'Unless a Tag Matches',
				value: 'unlessTagMatches',
				description:
					'Only when no tag of the opportunity matches the pattern below, so that the tags of the posting can be looked at',
			},
		],
		default: 'never',
		description:
			'Whether to read the posting that the candidate applied to and give it as <code>posting</code>. Needs Applications among the details.',
	},
	{
		displayName: 'Tag Pattern',
		name: 'postingTagPattern',
		type: 'string',
		default: 'Harver Vacancy: *',
		description: 'A tag with * for any text; upper and lower case are the same',
		displayOptions: { show: { includePosting: ['unlessTagMatches'] } },
	},
];

/**
 * Reads one opportunity (docs/lever-api.md, Opportunities, Applications), and on request the posting of its application as `posting`: the posting
 * is known to the application only. Throws NodeApiError.
 */
export async function execute(
	this: IExecuteFunctions,
	itemIndex: number,
): Promise<INodeExecutionData[]> {
	const id = opportunityIdOf(this, itemIndex);
	const opportunity = await leverRequest(this, {
		method: 'GET',
		path: path`/opportunities/${id}`,
		query: { expand: this.getNodeParameter('expand', itemIndex, []) as string[] },
		description: `read the opportunity ${id}`,
		itemIndex,
	});
	const postingId = postingIdOf(opportunity);
	if (postingId === undefined || !wantsPosting(this, itemIndex, opportunity))
		return [{ json: opportunity }];
	const posting = await leverRequest(this, {
		method: 'GET',
		path: path`/postings/${postingId}`,
		description: `read the posting ${postingId} of the opportunity ${id}`,
		itemIndex,
	});
	return [{ json: { ...opportunity, posting } }];
}

function wantsPosting(
	context: IExecuteFunctions,
	itemIndex: number,
	opportunity: IDataObject,
): boolean {
	const when = context.getNodeParameter('includePosting', itemIndex, 'never');
	if (when !== 'unlessTagMatches') return when === 'always';
	const pattern = context.getNodeParameter('postingTagPattern', itemIndex, '') as string;
	const tags = Array.isArray(opportunity.tags) ? opportunity.tags : [];
	return !tags.some((tag) => tagMatches(pattern, String(tag)));
}

function postingIdOf({ applications }: IDataObject): string | undefined {
	const application: unknown = Array.isArray(applications) ? applications[0] : undefined;
	if (typeof application !== 'object' || application === null || !('posting' in application))
		return undefined;
	return typeof application.posting === 'string' ? application.posting : undefined;
}
