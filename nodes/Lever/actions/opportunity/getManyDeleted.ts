import type {
	IExecuteFunctions,
	INodeExecutionData,
	INodeProperties,
	INodePropertyOptions,
} from 'n8n-workflow';

import { getLimit, returnAllFields } from '../../../shared/node/returnAll';
import { dateRangeFilters, getDateRange } from '../../fields/dateRange';
import { leverList } from '../../transport/request';

export const option: INodePropertyOptions = {
	name: 'Get Many Deleted',
	value: 'getManyDeleted',
	action: 'Get many deleted opportunities',
	description: 'List deleted opportunities, such as those deleted for a data erasure request',
};

export const fields: INodeProperties[] = [
	...returnAllFields,
	dateRangeFilters('deleted', 'opportunities deleted'),
];

/**
 * Lists deleted opportunities with `deletedAt` and `deletedBy` (docs/lever-api.md, Opportunities). Throws NodeOperationError
 * when a filter is not a date, NodeApiError.
 */
export async function execute(
	this: IExecuteFunctions,
	itemIndex: number,
): Promise<INodeExecutionData[]> {
	const filters = this.getNodeParameter('filters', itemIndex, {});
	const opportunities = await leverList(
		this,
		{
			method: 'GET',
			path: '/opportunities/deleted',
			query: getDateRange(this, itemIndex, filters, 'deleted'),
			description: 'list the deleted opportunities',
			itemIndex,
		},
		getLimit(this, itemIndex),
	);
	return opportunities.map((json) => ({ json }));
}
