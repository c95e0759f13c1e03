import type {
	IExecuteFunctions,
	INodeExecutionData,
	INodeProperties,
	INodePropertyOptions,
} from 'n8n-workflow';

import { getLimit, returnAllFields } from '../../../shared/node/returnAll';
import { leverList } from '../../transport/request';

export const option: INodePropertyOptions = {
	name: 'Get Many',
	value: 'getMany',
	action: 'Get many tags',
	description: 'List the tags with the number of candidates for each',
};

export const fields: INodeProperties[] = returnAllFields;

/** Lists the tags of the account (docs/lever-api.md, Reference lists). Throws NodeApiError. */
export async function execute(
	this: IExecuteFunctions,
	itemIndex: number,
): Promise<INodeExecutionData[]> {
	const request = {
		method: 'GET',
		path: '/tags',
		description: 'list the tags',
		itemIndex,
	} as const;
	const records = await leverList(this, request, getLimit(this, itemIndex));
	return records.map((json) => ({ json }));
}
