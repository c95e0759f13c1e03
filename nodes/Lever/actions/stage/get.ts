import type {
	IExecuteFunctions,
	INodeExecutionData,
	INodeProperties,
	INodePropertyOptions,
} from 'n8n-workflow';

import { getRequiredParameter } from '../../../shared/node/parameters';
import { path } from '../../../shared/http/path';
import { stageField } from '../../fields/common';
import { leverRequest } from '../../transport/request';

export const option: INodePropertyOptions = {
	name: 'Get',
	value: 'get',
	action: 'Get a stage',
	description: 'Get the name of a stage',
};

export const fields: INodeProperties[] = [stageField];

/** Reads one stage (docs/lever-api.md, Reference lists). Throws NodeOperationError when none is given, NodeApiError. */
export async function execute(
	this: IExecuteFunctions,
	itemIndex: number,
): Promise<INodeExecutionData[]> {
	const id = getRequiredParameter(this, itemIndex, 'stageId', 'stage');
	return [
		{
			json: await leverRequest(this, {
				method: 'GET',
				path: path`/stages/${id}`,
				description: `read the stage ${id}`,
				itemIndex,
			}),
		},
	];
}
