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
	action: 'Get many stages',
	description: 'List the stages of the pipeline, which all postings share',
};

export const fields: INodeProperties[] = returnAllFields;

/** Lists the stages of the account (docs/lever-api.md, Reference lists). Throws NodeApiError. */
export async function execute(
	this: IExecuteFunctions,
	itemIndex: number,
): Promise<INodeExecutionData[]> {
	const request = {
		method: 'GET',
		path: '/stages',
		description: 'list the stages',
		itemIndex,
	} as const;
	const records = await leverList(this, request, getLimit(this, itemIndex));
	return records.map((json) => ({ json }));
}
