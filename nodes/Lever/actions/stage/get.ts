import type {
	IExecuteFunctions,
	INodeExecutionData,
	INodeProperties,
	INodePropertyOptions,
} from 'n8n-workflow';

import { locator } from '../../../shared/locator';
import { requiredParameter } from '../../../shared/parameters';
import { path } from '../../../shared/path';
import { leverRequest } from '../../transport/request';

export const option: INodePropertyOptions = {
	name: 'Get',
	value: 'get',
	action: 'Get a stage',
	description: 'Read the name of one stage',
};

export const fields: INodeProperties[] = [
	locator({
		displayName: 'Stage',
		name: 'stageId',
		description: 'The stage of the pipeline',
		searchMethod: 'searchStages',
		idPlaceholder: 'e.g. applicant-new',
	}),
];

/** Reads one stage (contract lever §2.9). Throws NodeOperationError when none is given, NodeApiError. */
export async function execute(
	this: IExecuteFunctions,
	itemIndex: number,
): Promise<INodeExecutionData[]> {
	const id = requiredParameter(this, itemIndex, 'stageId', 'stage');
	return [
		{
			json: await leverRequest(this, {
				method: 'GET',
				path: path`/stages/${id}`,
				task: `read the stage ${id}`,
				itemIndex,
			}),
		},
	];
}
