import type {
	IExecuteFunctions,
	INodeExecutionData,
	INodeProperties,
	INodePropertyOptions,
} from 'n8n-workflow';

import { getLimit, returnAllFields } from '../../../shared/node/returnAll';
import { asObject } from '../../../shared/object';
import { harverList } from '../../transport/request';

export const option: INodePropertyOptions = {
	name: 'Get Many',
	value: 'getMany',
	action: 'Get many statuses',
	description: 'List all application statuses',
};

export const fields: INodeProperties[] = returnAllFields;

/** Lists the statuses of applications, each as an item `{ id, label }` (docs/harver-api.md, Statuses). Throws NodeApiError. */
export async function execute(
	this: IExecuteFunctions,
	itemIndex: number,
): Promise<INodeExecutionData[]> {
	const statuses = await harverList(this, {
		method: 'GET',
		path: '/candidate-statuses',
		description: 'list the statuses',
		itemIndex,
	});
	return statuses
		.slice(0, getLimit(this, itemIndex))
		.map(({ id, attributes }) => ({ json: { id, ...asObject(attributes) } }));
}
