import type {
	IExecuteFunctions,
	INodeExecutionData,
	INodeProperties,
	INodePropertyOptions,
} from 'n8n-workflow';

import { getRequiredParameter } from '../../../shared/node/parameters';
import { noteField } from '../../fields/note';
import { opportunityField, opportunityIdOf } from '../../fields/opportunity';
import { deleteProfileRecord } from '../../profile/records';

export const option: INodePropertyOptions = {
	name: 'Delete',
	value: 'delete',
	action: 'Delete a note',
	description: 'Remove a comment that was written by the API; Lever keeps those that people wrote',
};

export const fields: INodeProperties[] = [opportunityField, noteField];

/** Removes a note that the API made (docs/lever-api.md, Notes). Throws NodeOperationError when an ID is missing, NodeApiError. */
export async function execute(
	this: IExecuteFunctions,
	itemIndex: number,
): Promise<INodeExecutionData[]> {
	const opportunityId = opportunityIdOf(this, itemIndex);
	const noteId = getRequiredParameter(this, itemIndex, 'noteId', 'note');
	const hint =
		'Only notes that were written by the API can be deleted by it; delete those that people wrote in Lever itself.';
	return [
		{
			json: await deleteProfileRecord(this, { kind: 'notes', opportunityId, itemIndex }, noteId, {
				hint,
			}),
		},
	];
}
