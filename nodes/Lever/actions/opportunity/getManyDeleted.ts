import type {
	IExecuteFunctions,
	INodeExecutionData,
	INodeProperties,
	INodePropertyOptions,
} from 'n8n-workflow';

import { getLimit, returnAllFields } from '../../../shared/node/returnAll';
import { parseDateParameter } from '../../../shared/node/parameters';
import { leverList } from '../../transport/request';

export const option: INodePropertyOptions = {
	name: 'Get Many Deleted',
	value: 'getManyDeleted',
	action: 'Get many deleted opportunities',
	description: 'List candidacies that were deleted, such as for a request to erase personal data',
};

export const fields: INodeProperties[] = [
	...returnAllFields,
	{
		displayName: 'Filters',
		name: 'filters',
		type: 'collection',
		placeholder: 'Add filter',
		default: {},
		options: [
			{
				displayName: 'Deleted After',
				name: 'deletedAfter',
				type: 'dateTime',
				default: '',
				description: 'Only opportunities that were deleted at this moment or later',
			},
			{
				displayName: 'Deleted Before',
				name: 'deletedBefore',
				type: 'dateTime',
				default: '',
				description: 'Only opportunities that were deleted at this moment or earlier',
			},
		],
	},
];

/**
 * Lists deleted opportunities, one item each, with `deletedAt` and `deletedBy` (docs/lever-api.md, Opportunities). Throws
 * NodeOperationError when a filter holds no date, NodeApiError.
 */
export async function execute(
	this: IExecuteFunctions,
	itemIndex: number,
): Promise<INodeExecutionData[]> {
	const { deletedAfter, deletedBefore } = this.getNodeParameter('filters', itemIndex, {});
	const opportunities = await leverList(
		this,
		{
			method: 'GET',
			path: '/opportunities/deleted',
			query: {
				deleted_at_start: parseDateParameter(this, itemIndex, deletedAfter, 'Deleted After'),
				deleted_at_end: parseDateParameter(this, itemIndex, deletedBefore, 'Deleted Before'),
			},
			description: 'list the deleted opportunities',
			itemIndex,
		},
		getLimit(this, itemIndex),
	);
	return opportunities.map((json) => ({ json }));
}
