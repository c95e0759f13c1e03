import type {
	IExecuteFunctions,
	INodeExecutionData,
	INodeProperties,
	INodePropertyOptions,
} from 'n8n-workflow';

import { getRequiredParameter } from '../../../shared/node/parameters';
import { getOpportunityId, noteField, opportunityField } from '../../fields/common';
import { deleteOpportunityRecord } from '../../opportunityRecords/records';

export const option: INodePropertyOptions = {
	name: 'Delete',
	value: 'delete',
	action: 'Delete a note',
	description:
		'Delete a note that was created through the API. Other notes can only be deleted in Lever.',
};

export const fields: INodeProperties[] = [opportunityField, noteField];

/** Deletes a note that was created through the API (docs/lever-api.md, Notes). Throws NodeOperationError when an ID is missing, NodeApiError. */
export async function execute(
	this: IExecuteFunctions,
	itemIndex: number,
): Promise<INodeExecutionData[]> {
	const opportunityId = getOpportunityId(this, itemIndex);
	const noteId = getRequiredParameter(this, itemIndex, 'noteId', 'note');
	const hint =
		'Only notes created through the API can be deleted here. Delete other notes in Lever.';
	return [
		{
			json: await deleteOpportunityRecord(
				this,
				{ kind: 'notes', opportunityId, itemIndex },
				noteId,
				{
					hint,
				},
			),
		},
	];
}
