import type {
	IExecuteFunctions,
	INodeExecutionData,
	INodeProperties,
	INodePropertyOptions,
} from 'n8n-workflow';

import { getRequiredParameter } from '../../../shared/node/parameters';
import { fileField, getOpportunityId, opportunityField } from '../../fields/common';
import { normalizeFile } from '../../opportunityRecords/files';
import { getOpportunityRecord } from '../../opportunityRecords/records';

export const option: INodePropertyOptions = {
	name: 'Get',
	value: 'get',
	action: 'Get a file',
	description: 'Get the name, size and status of a file, without its content',
};

export const fields: INodeProperties[] = [opportunityField, fileField];

/** Reads the record of one file (docs/lever-api.md, Files). Throws NodeOperationError when an ID is missing, NodeApiError. */
export async function execute(
	this: IExecuteFunctions,
	itemIndex: number,
): Promise<INodeExecutionData[]> {
	const opportunityId = getOpportunityId(this, itemIndex);
	const fileId = getRequiredParameter(this, itemIndex, 'fileId', 'file');
	return [
		{
			json: normalizeFile(
				await getOpportunityRecord(this, { kind: 'files', opportunityId, itemIndex }, fileId),
			),
		},
	];
}
