import type {
	IExecuteFunctions,
	INodeExecutionData,
	INodeProperties,
	INodePropertyOptions,
} from 'n8n-workflow';

import { getLimit, returnAllFields } from '../../../shared/node/returnAll';
import { getOpportunityId, opportunityField } from '../../fields/common';
import { getOpportunityRecords } from '../../opportunityRecords/records';

export const option: INodePropertyOptions = {
	name: 'Get Many',
	value: 'getMany',
	action: 'Get many feedback forms',
	description: 'List the feedback on a candidate',
};

export const fields: INodeProperties[] = [opportunityField, ...returnAllFields];

/** Lists the feedback on an opportunity (docs/lever-api.md, Feedback). Throws NodeOperationError when none is given, NodeApiError. */
export async function execute(
	this: IExecuteFunctions,
	itemIndex: number,
): Promise<INodeExecutionData[]> {
	const opportunityId = getOpportunityId(this, itemIndex);
	const feedback = await getOpportunityRecords(
		this,
		{ kind: 'feedback', opportunityId, itemIndex },
		{ limit: getLimit(this, itemIndex) },
	);
	return feedback.map((json) => ({ json }));
}
