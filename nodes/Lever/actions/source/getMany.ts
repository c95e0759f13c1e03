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
	action: 'Get many sources',
	description: 'List the sources with the number of candidates from each',
};

export const fields: INodeProperties[] = returnAllFields;

/** Lists the sources of the account (docs/lever-api.md, Reference lists). Throws NodeApiError. */
export async function execute(
	this: IExecuteFunctions,
	itemIndex: number,
): Promise<INodeExecutionData[]> {
	const request = {
		method: 'GET',
		path: '/sources',
		description: 'list the sources',
		itemIndex,
	} as const;
	const records = await leverList(this, request, getLimit(this, itemIndex));
	return records.map((json) => ({ json }));
}
