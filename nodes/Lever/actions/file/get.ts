import type {
	IExecuteFunctions,
	INodeExecutionData,
	INodeProperties,
	INodePropertyOptions,
} from 'n8n-workflow';

import { getRequiredParameter } from '../../../shared/node/parameters';
import { fileField } from '../../fields/file';
import { opportunityField, opportunityIdOf } from '../../fields/opportunity';
import { withNumbers } from '../../profile/files';
import { profileRecord } from '../../profile/records';

export const option: INodePropertyOptions = {
	name: 'Get',
	value: 'get',
	action: 'Get a file',
	description: 'Read the name, size and status of one file, without its content',
};

export const fields: INodeProperties[] = [opportunityField, fileField];

/** Reads the record of one file (docs/lever-api.md, Files). Throws NodeOperationError when an ID is missing, NodeApiError. */
export async function execute(
	this: IExecuteFunctions,
	itemIndex: number,
): Promise<INodeExecutionData[]> {
	const opportunityId = opportunityIdOf(this, itemIndex);
	const fileId = getRequiredParameter(this, itemIndex, 'fileId', 'file');
	return [
		{
			json: withNumbers(
				await profileRecord(this, { kind: 'files', opportunityId, itemIndex }, fileId),
			),
		},
	];
}
