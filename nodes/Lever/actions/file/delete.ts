import type {
	IExecuteFunctions,
	INodeExecutionData,
	INodeProperties,
	INodePropertyOptions,
} from 'n8n-workflow';

import { getRequiredParameter } from '../../../shared/node/parameters';
import { performAsRequiredField, getRequiredPerformAs } from '../../fields/performAs';
import { fileField, getOpportunityId, opportunityField } from '../../fields/common';
import { deleteOpportunityRecord } from '../../opportunityRecords/records';

export const option: INodePropertyOptions = {
	name: 'Delete',
	value: 'delete',
	action: 'Delete a file',
	description: "Delete a file from a candidate's profile. Succeeds if the file is already gone.",
};

export const fields: INodeProperties[] = [opportunityField, fileField, performAsRequiredField];

/** Deletes a file (docs/lever-api.md, Files). Throws NodeOperationError when an ID or the user to perform as is missing, NodeApiError. */
export async function execute(
	this: IExecuteFunctions,
	itemIndex: number,
): Promise<INodeExecutionData[]> {
	const opportunityId = getOpportunityId(this, itemIndex);
	const fileId = getRequiredParameter(this, itemIndex, 'fileId', 'file');
	const query = { perform_as: await getRequiredPerformAs(this, itemIndex) };
	return [
		{
			json: await deleteOpportunityRecord(
				this,
				{ kind: 'files', opportunityId, itemIndex },
				fileId,
				{
					query,
				},
			),
		},
	];
}
