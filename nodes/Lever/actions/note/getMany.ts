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
	action: 'Get many notes',
	description: "List the notes on a candidate's profile",
};

export const fields: INodeProperties[] = [opportunityField, ...returnAllFields];

/** Lists the notes of an opportunity (docs/lever-api.md, Notes). Throws NodeOperationError when none is given, NodeApiError. */
export async function execute(
	this: IExecuteFunctions,
	itemIndex: number,
): Promise<INodeExecutionData[]> {
	const opportunityId = getOpportunityId(this, itemIndex);
	const notes = await getOpportunityRecords(
		this,
		{ kind: 'notes', opportunityId, itemIndex },
		{ limit: getLimit(this, itemIndex) },
	);
	return notes.map((json) => ({ json }));
}
