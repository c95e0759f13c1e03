import type {
	IExecuteFunctions,
	INodeExecutionData,
	INodeProperties,
	INodePropertyOptions,
} from 'n8n-workflow';

import { getLimit, returnAllFields } from '../../../shared/node/returnAll';
import { expandField } from '../../fields/expand';
import { leverList } from '../../transport/request';
import { filtersField } from './filterFields';
import { queryOf } from './filterQuery';
import { tagRulesField, tagTest } from './tagRules';

export const option: INodePropertyOptions = {
	name: 'Get Many',
	value: 'getMany',
	action: 'Get many opportunities',
	description: 'List candidacies, active and archived ones unless a filter says otherwise',
};

export const fields: INodeProperties[] = [
	...returnAllFields,
	filtersField,
	expandField,
	tagRulesField,
];

/** Lists opportunities, one item each (docs/lever-api.md, Opportunities). Throws UserError when a filter is empty or no moment, NodeApiError. */
export async function execute(
	this: IExecuteFunctions,
	itemIndex: number,
): Promise<INodeExecutionData[]> {
	const filters = this.getNodeParameter('filters', itemIndex, {});
	const expand = this.getNodeParameter('expand', itemIndex, []) as string[];
	const opportunities = await leverList(
		this,
		{
			method: 'GET',
			path: '/opportunities',
			query: { ...queryOf(filters, this.getTimezone()), expand },
			description: 'list the opportunities',
			itemIndex,
		},
		getLimit(this, itemIndex),
		tagTest(this.getNodeParameter('options', itemIndex, {})),
	);
	return opportunities.map((json) => ({ json }));
}
