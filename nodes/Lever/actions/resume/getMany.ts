import type {
	IExecuteFunctions,
	INodeExecutionData,
	INodeProperties,
	INodePropertyOptions,
} from 'n8n-workflow';

import { getLimit, returnAllFields } from '../../../shared/node/returnAll';
import { getOpportunityId, opportunityField } from '../../fields/common';
import { dateRangeFilters, getDateRange } from '../../fields/dateRange';
import { normalizeResume } from '../../opportunityRecords/files';
import { getOpportunityRecords } from '../../opportunityRecords/records';

export const option: INodePropertyOptions = {
	name: 'Get Many',
	value: 'getMany',
	action: 'Get many resumes',
	description: "List a candidate's resumes as parsed by Lever",
};

export const fields: INodeProperties[] = [
	opportunityField,
	...returnAllFields,
	dateRangeFilters('uploaded', 'resumes uploaded'),
];

/**
 * Lists the resumes of an opportunity (docs/lever-api.md, Resumes). Throws NodeOperationError when no opportunity is given or
 * a filter is not a date, NodeApiError.
 */
export async function execute(
	this: IExecuteFunctions,
	itemIndex: number,
): Promise<INodeExecutionData[]> {
	const opportunityId = getOpportunityId(this, itemIndex);
	const filters = this.getNodeParameter('filters', itemIndex, {});
	const resumes = await getOpportunityRecords(
		this,
		{ kind: 'resumes', opportunityId, itemIndex },
		{
			query: getDateRange(this, itemIndex, filters, 'uploaded'),
			limit: getLimit(this, itemIndex),
		},
	);
	return resumes.map((resume) => ({ json: normalizeResume(resume) }));
}
