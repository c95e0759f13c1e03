import type {
	IExecuteFunctions,
	INodeExecutionData,
	INodeProperties,
	INodePropertyOptions,
} from 'n8n-workflow';

import { getRequiredParameter } from '../../../shared/node/parameters';
import { getOpportunityId, noteField, opportunityField } from '../../fields/common';
import { getOpportunityRecord } from '../../opportunityRecords/records';

export const option: INodePropertyOptions = {
	name: 'Get',
	value: 'get',
	action: 'Get a note',
	description: "Get a note on a candidate's profile",
};

export const fields: INodeProperties[] = [opportunityField, noteField];

/** Reads one note (docs/lever-api.md, Notes). Throws NodeOperationError when an ID is missing, NodeApiError. */
export async function execute(
	this: IExecuteFunctions,
	itemIndex: number,
): Promise<INodeExecutionData[]> {
	const opportunityId = getOpportunityId(this, itemIndex);
	const noteId = getRequiredParameter(this, itemIndex, 'noteId', 'note');
	return [
		{ json: await getOpportunityRecord(this, { kind: 'notes', opportunityId, itemIndex }, noteId) },
	];
}
