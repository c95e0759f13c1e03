import type {
	IExecuteFunctions,
	INodeExecutionData,
	INodeProperties,
	INodePropertyOptions,
} from 'n8n-workflow';

import { getLimit, returnAllFields } from '../../../shared/node/returnAll';
import { leverList } from '../../transport/request';
import { filterQuery, filtersField } from './filters';

export const option: INodePropertyOptions = {
	name: 'Get Many',
	value: 'getMany',
	action: 'Get many postings',
	description: 'Read the jobs of the account',
};

export const fields: INodeProperties[] = [
	...returnAllFields,
	filtersField,
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add option',
		default: {},
		options: [
			{
				displayName: 'Include',
				name: 'include',
				type: 'multiOptions',
				options: [
					{ name: 'Content', value: 'content', description: 'The text of the posting' },
					{
						name: 'Followers',
						value: 'followers',
						description: 'The users who follow the posting',
					},
				],
				default: [],
				description: 'The fields to read. Lever may leave out all others.',
			},
			{
				displayName: 'Include Details Of',
				name: 'expand',
				type: 'multiOptions',
				options: [
					{
						name: 'Followers',
						value: 'followers',
						description: 'The users who follow the posting',
					},
					{ name: 'Hiring Manager', value: 'hiringManager', description: 'The user who hires' },
					{ name: 'Owner', value: 'owner', description: 'The user who owns the posting' },
					{ name: 'User', value: 'user', description: 'The user who made the posting' },
				],
				default: [],
				description: 'What Lever gives in full in place of an ID',
			},
		],
	},
];

/** Reads the postings of the account (docs/lever-api.md, Postings). Throws NodeOperationError for filters that cannot be combined, NodeApiError. */
export async function execute(
	this: IExecuteFunctions,
	itemIndex: number,
): Promise<INodeExecutionData[]> {
	const { include, expand } = this.getNodeParameter('options', itemIndex, {}) as {
		include?: string[];
		expand?: string[];
	};
	const query = { ...filterQuery(this, itemIndex), include, expand };
	const postings = await leverList(
		this,
		{ method: 'GET', path: '/postings', query, description: 'list the postings', itemIndex },
		getLimit(this, itemIndex),
	);
	return postings.map((json) => ({ json }));
}
