import type {
	IExecuteFunctions,
	INodeExecutionData,
	INodeProperties,
	INodePropertyOptions,
} from 'n8n-workflow';

import { getLimit, returnAllFields } from '../../../shared/node/returnAll';
import { expandField, getExpand } from '../../fields/common';
import { leverList } from '../../transport/request';
import { buildFilterQuery, filtersField } from './filters';
import { buildTagFilter, tagFilterField } from './tagFilter';

export const option: INodePropertyOptions = {
	name: 'Get Many',
	value: 'getMany',
	action: 'Get many opportunities',
	description: 'List opportunities. Includes active and archived ones unless you add a filter.',
};

export const fields: INodeProperties[] = [
	...returnAllFields,
	filtersField,
	expandField,
	tagFilterField,
];

/** Lists opportunities (docs/lever-api.md, Opportunities). Throws NodeOperationError when a filter has no usable value, NodeApiError. */
export async function execute(
	this: IExecuteFunctions,
	itemIndex: number,
): Promise<INodeExecutionData[]> {
	const query = {
		...buildFilterQuery(this, itemIndex),
		expand: getExpand(this, itemIndex),
	};
	const opportunities = await leverList(
		this,
		{
			method: 'GET',
			path: '/opportunities',
			query,
			description: 'list the opportunities',
			itemIndex,
		},
		getLimit(this, itemIndex),
		buildTagFilter(this.getNodeParameter('options', itemIndex, {})),
	);
	return opportunities.map((json) => ({ json }));
}
