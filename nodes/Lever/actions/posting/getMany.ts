import type {
	IExecuteFunctions,
	INodeExecutionData,
	INodeProperties,
	INodePropertyOptions,
} from 'n8n-workflow';

import { parseList } from '../../../shared/node/parameters';
import { getLimit, returnAllFields } from '../../../shared/node/returnAll';
import { leverList } from '../../transport/request';
import { buildFilterQuery, filtersField } from './filters';

export const option: INodePropertyOptions = {
	name: 'Get Many',
	value: 'getMany',
	action: 'Get many postings',
	description: 'List the postings of the account',
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
				description: 'Fields to add to each posting. Lever may leave out all others.',
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
					{
						name: 'Hiring Manager',
						value: 'hiringManager',
						description: 'The user who decides on the hire',
					},
					{ name: 'Owner', value: 'owner', description: 'The user who owns the posting' },
					{ name: 'User', value: 'user', description: 'The user who created the posting' },
				],
				default: [],
				description: 'Records to return in full instead of only their IDs',
			},
		],
	},
];

/** Lists the postings of the account (docs/lever-api.md, Postings). Throws NodeOperationError for filters that cannot be combined, NodeApiError. */
export async function execute(
	this: IExecuteFunctions,
	itemIndex: number,
): Promise<INodeExecutionData[]> {
	const { include, expand } = this.getNodeParameter('options', itemIndex, {});
	const query = {
		...buildFilterQuery(this, itemIndex),
		include: parseList(include),
		expand: parseList(expand),
	};
	const postings = await leverList(
		this,
		{ method: 'GET', path: '/postings', query, description: 'list the postings', itemIndex },
		getLimit(this, itemIndex),
	);
	return postings.map((json) => ({ json }));
}
