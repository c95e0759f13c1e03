import type {
	IExecuteFunctions,
	INodeExecutionData,
	INodeProperties,
	INodePropertyOptions,
} from 'n8n-workflow';

import { getLimit, returnAllFields } from '../../../shared/node/returnAll';
import { asObject } from '../../../shared/object';
import { listAccounts } from '../../requests/accounts';

export const option: INodePropertyOptions = {
	name: 'Get Many',
	value: 'getMany',
	action: 'Get many accounts',
	description: 'List the accounts that the API client can access',
};

export const fields: INodeProperties[] = returnAllFields;

/** Lists accounts, each as an item `{ id, name, domain }` (docs/harver-api.md, Reference lists). Throws NodeApiError. */
export async function execute(
	this: IExecuteFunctions,
	itemIndex: number,
): Promise<INodeExecutionData[]> {
	const accounts = await listAccounts(this, itemIndex);
	return accounts
		.slice(0, getLimit(this, itemIndex))
		.map(({ id, attributes }) => ({ json: { id, ...asObject(attributes) } }));
}
