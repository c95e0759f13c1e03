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
	action: 'Get many accounts',
	description: 'List the accounts that the API client may use',
};

export const fields: INodeProperties[] = returnAllFields;

/** Lists accounts: an item `{ id, name, domain }` each (docs/harver-api.md, Reference lists). Throws NodeApiError. */
export async function execute(
	this: IExecuteFunctions,
	itemIndex: number,
): Promise<INodeExecutionData[]> {
	const accounts = await harverList(this, {
		method: 'GET',
		path: '/accounts',
		description: 'list the accounts',
		itemIndex,
	});
	return accounts
		.slice(0, getLimit(this, itemIndex))
		.map(({ id, attributes }) => ({ json: { id, ...asObject(attributes) } }));
}
