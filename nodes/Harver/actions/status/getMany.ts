import type {
	IExecuteFunctions,
	INodeExecutionData,
	INodeProperties,
	INodePropertyOptions,
} from 'n8n-workflow';

import { limitOf, returnAllFields } from '../../../shared/returnAll';
import { fieldsOf } from '../../records/fieldsOf';
import { harverList } from '../../transport/request';

export const option: INodePropertyOptions = {
	name: 'Get Many',
	value: 'getMany',
	action: 'Get many statuses',
	description: 'List the statuses that an application can have, with their names in Harver',
};

export const fields: INodeProperties[] = returnAllFields;

/** Lists the statuses of applications: an item `{ id, label }` each (contract harver, candidate-statuses). Throws NodeApiError. */
export async function execute(
	this: IExecuteFunctions,
	itemIndex: number,
): Promise<INodeExecutionData[]> {
	const statuses = await harverList(this, {
		method: 'GET',
		path: '/candidate-statuses',
		task: 'list the statuses',
		itemIndex,
	});
	return statuses
		.slice(0, limitOf(this, itemIndex))
		.map(({ id, attributes }) => ({ json: { id, ...fieldsOf(attributes) } }));
}
