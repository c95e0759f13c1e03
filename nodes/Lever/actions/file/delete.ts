import type {
	IExecuteFunctions,
	INodeExecutionData,
	INodeProperties,
	INodePropertyOptions,
} from 'n8n-workflow';

import { getRequiredParameter } from '../../../shared/node/parameters';
import { fileField } from '../../fields/file';
import { opportunityField, opportunityIdOf } from '../../fields/opportunity';
import { performAsRequiredField, requiredActingUser } from '../../fields/performAs';
import { deleteProfileRecord } from '../../profile/records';

export const option: INodePropertyOptions = {
	name: 'Delete',
	value: 'delete',
	action: 'Delete a file',
	description:
		'Remove a file from the profile of a candidate; one that is gone already is no error',
};

export const fields: INodeProperties[] = [opportunityField, fileField, performAsRequiredField];

/** Removes a file (docs/lever-api.md, Files). Throws NodeOperationError when an ID or the acting user is missing, NodeApiError. */
export async function execute(
	this: IExecuteFunctions,
	itemIndex: number,
): Promise<INodeExecutionData[]> {
	const opportunityId = opportunityIdOf(this, itemIndex);
	const fileId = getRequiredParameter(this, itemIndex, 'fileId', 'file');
	const query = { perform_as: await requiredActingUser(this, itemIndex) };
	return [
		{
			json: await deleteProfileRecord(this, { kind: 'files', opportunityId, itemIndex }, fileId, {
				query,
			}),
		},
	];
}
