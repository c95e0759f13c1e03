import type {
	IExecuteFunctions,
	INodeExecutionData,
	INodeProperties,
	INodePropertyOptions,
} from 'n8n-workflow';

import { getLimit, returnAllFields } from '../../../shared/node/returnAll';
import { getOpportunityId, opportunityField } from '../../fields/common';
import { dateRangeFilters, getDateRange } from '../../fields/dateRange';
import { normalizeFile } from '../../opportunityRecords/files';
import { getOpportunityRecords } from '../../opportunityRecords/records';

export const option: INodePropertyOptions = {
	name: 'Get Many',
	value: 'getMany',
	action: 'Get many files',
	description: "List the files on a candidate's profile",
};

export const fields: INodeProperties[] = [
	opportunityField,
	...returnAllFields,
	dateRangeFilters('uploaded', 'files uploaded'),
];

/**
 * Lists the files of an opportunity, without their content (docs/lever-api.md, Files). Throws NodeOperationError when no
 * opportunity is given or a filter is not a date, NodeApiError.
 */
export async function execute(
	this: IExecuteFunctions,
	itemIndex: number,
): Promise<INodeExecutionData[]> {
	const opportunityId = getOpportunityId(this, itemIndex);
	const filters = this.getNodeParameter('filters', itemIndex, {});
	const files = await getOpportunityRecords(
		this,
		{ kind: 'files', opportunityId, itemIndex },
		{
			query: getDateRange(this, itemIndex, filters, 'uploaded'),
			limit: getLimit(this, itemIndex),
		},
	);
	return files.map((file) => ({ json: normalizeFile(file) }));
}
