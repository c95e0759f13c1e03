import type {
	IExecuteFunctions,
	INodeExecutionData,
	INodeProperties,
	INodePropertyOptions,
} from 'n8n-workflow';

import { getRequiredParameter } from '../../../shared/node/parameters';
import { outputBinaryField } from '../../fields/binary';
import { fileField, getOpportunityId, opportunityField } from '../../fields/common';
import { downloadFile, normalizeFile } from '../../opportunityRecords/files';
import { getOpportunityRecord } from '../../opportunityRecords/records';

export const option: INodePropertyOptions = {
	name: 'Download',
	value: 'download',
	action: 'Download a file',
	description: 'Download a file',
};

export const fields: INodeProperties[] = [opportunityField, fileField, outputBinaryField];

/** Downloads one file (docs/lever-api.md, Files). Throws NodeOperationError when a field is empty, NodeApiError. */
export async function execute(
	this: IExecuteFunctions,
	itemIndex: number,
): Promise<INodeExecutionData[]> {
	const files = {
		kind: 'files',
		opportunityId: getOpportunityId(this, itemIndex),
		itemIndex,
	} as const;
	const id = getRequiredParameter(this, itemIndex, 'fileId', 'file');
	const file = normalizeFile(await getOpportunityRecord(this, files, id));
	return [await downloadFile(this, files, { json: file, id, file })];
}
