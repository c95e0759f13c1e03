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
	action: 'Get a user',
	description: 'Get a user of the Lever account',
};

export const fields: INodeProperties[] = [
	resourceLocator({
		displayName: 'User',
		name: 'userId',
		description: 'The Lever user',
		searchMethod: 'searchUsers',
		idPlaceholder: 'e.g. 8d49b010-cc6a-4f40-ace5-e86061c677ed',
	}),
];

/** Reads one user (docs/lever-api.md, Reference lists). Throws NodeOperationError when none is given, NodeApiError. */
export async function execute(
	this: IExecuteFunctions,
	itemIndex: number,
): Promise<INodeExecutionData[]> {
	const id = getRequiredParameter(this, itemIndex, 'userId', 'user');
	return [
		{
			json: await leverRequest(this, {
				method: 'GET',
				path: path`/users/${id}`,
				description: `read the user ${id}`,
				itemIndex,
			}),
		},
	];
}
