import type {
	IExecuteFunctions,
	INodeExecutionData,
	INodeProperties,
	INodePropertyOptions,
} from 'n8n-workflow';

import { resourceLocator } from '../../../shared/node/resourceLocator';
import { getRequiredParameter } from '../../../shared/node/parameters';
import { path } from '../../../shared/http/path';
import { leverRequest } from '../../transport/request';

export const option: INodePropertyOptions = {
	name: 'Get',
	value: 'get',
	action: 'Get an archive reason',
	description: 'Get the name of an archive reason and whether it means hired',
};

export const fields: INodeProperties[] = [
	resourceLocator({
		displayName: 'Archive Reason',
		name: 'archiveReasonId',
		description: 'The archive reason',
		searchMethod: 'searchArchiveReasons',
		idPlaceholder: 'e.g. 63dd55b2-a99f-4e7b-985f-22c7bf80ab42',
	}),
];

/** Reads one archive reason (docs/lever-api.md, Reference lists). Throws NodeOperationError when none is given, NodeApiError. */
export async function execute(
	this: IExecuteFunctions,
	itemIndex: number,
): Promise<INodeExecutionData[]> {
	const id = getRequiredParameter(this, itemIndex, 'archiveReasonId', 'archive reason');
	return [
		{
			json: await leverRequest(this, {
				method: 'GET',
				path: path`/archive_reasons/${id}`,
				description: `read the archive reason ${id}`,
				itemIndex,
			}),
		},
	];
}
