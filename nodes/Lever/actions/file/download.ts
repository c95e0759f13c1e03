import type {
	IExecuteFunctions,
	INodeExecutionData,
	INodeProperties,
	INodePropertyOptions,
} from 'n8n-workflow';

import { getRequiredParameter } from '../../../shared/node/parameters';
import { outputBinaryField } from '../../fields/binary';
import { fileField } from '../../fields/file';
import { opportunityField, opportunityIdOf } from '../../fields/opportunity';
import { downloaded, withNumbers } from '../../profile/files';
import { profileRecord } from '../../profile/records';

export const option: INodePropertyOptions = {
	name: 'Download',
	value: 'download',
	action: 'Download a file',
	description: 'Get one file with its content',
};

export const fields: INodeProperties[] = [opportunityField, fileField, outputBinaryField];

/** Downloads one file (docs/lever-api.md, Files). Throws NodeOperationError when a field is empty, NodeApiError. */
export async function execute(
	this: IExecuteFunctions,
	itemIndex: number,
): Promise<INodeExecutionData[]> {
	const files = {
		kind: 'files',
		opportunityId: opportunityIdOf(this, itemIndex),
		itemIndex,
	} as const;
	const id = getRequiredParameter(this, itemIndex, 'fileId', 'file');
	const file = withNumbers(await profileRecord(this, files, id));
	return [await downloaded(this, files, { json: file, id, file })];
}
