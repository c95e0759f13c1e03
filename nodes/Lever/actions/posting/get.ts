import type {
	IExecuteFunctions,
	INodeExecutionData,
	INodeProperties,
	INodePropertyOptions,
} from 'n8n-workflow';

import { resourceLocator } from '../../../shared/node/resourceLocator';
import { getRequiredParameter } from '../../../shared/node/parameters';
import { path } from '../../../shared/http/path';
import { leverRequest } from '../../transport/request';

export const option: INodePropertyOptions = {
	name: 'Get',
	value: 'get',
	action: 'Get a posting',
	description: 'Get a posting with its tags, categories and text',
};

export const fields: INodeProperties[] = [
	resourceLocator({
		displayName: 'Posting',
		name: 'postingId',
		description:
			'The posting. To find the posting a candidate applied to, get the opportunity and include its applications.',
		searchMethod: 'searchPostings',
		idPlaceholder: 'e.g. 730e37db-93d3-4acf-b9de-7cfc397cef1d',
	}),
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add option',
		default: {},
		options: [
			{
				displayName: 'Distribution',
				name: 'distribution',
				type: 'options',
				options: [
					{ name: 'External', value: 'external' },
					{ name: 'Internal', value: 'internal' },
				],
				default: 'external',
				description:
					'Which version of the posting to return: for people outside or inside the company',
			},
		],
	},
];

/** Reads one posting (docs/lever-api.md, Postings). Throws NodeOperationError when none is given, NodeApiError. */
export async function execute(
	this: IExecuteFunctions,
	itemIndex: number,
): Promise<INodeExecutionData[]> {
	const id = getRequiredParameter(this, itemIndex, 'postingId', 'posting');
	const { distribution } = this.getNodeParameter('options', itemIndex, {}) as {
		distribution?: string;
	};
	return [
		{
			json: await leverRequest(this, {
				method: 'GET',
				path: path`/postings/${id}`,
				query: { distribution },
				description: `read the posting ${id}`,
				itemIndex,
			}),
		},
	];
}
