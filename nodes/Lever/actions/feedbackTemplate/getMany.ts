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
	action: 'Get many feedback templates',
	description: 'List the feedback templates with their fields',
};

export const fields: INodeProperties[] = returnAllFields;

/** Lists the feedback templates of the account (docs/lever-api.md, Feedback). Throws NodeApiError. */
export async function execute(
	this: IExecuteFunctions,
	itemIndex: number,
): Promise<INodeExecutionData[]> {
	const request = {
		method: 'GET',
		path: '/feedback_templates',
		description: 'list the feedback templates',
		itemIndex,
	} as const;
	const records = await leverList(this, request, getLimit(this, itemIndex));
	return records.map((json) => ({ json }));
}
