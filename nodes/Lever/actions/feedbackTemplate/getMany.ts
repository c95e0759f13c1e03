import type {
	IExecuteFunctions,
	INodeExecutionData,
	INodeProperties,
	INodePropertyOptions,
} from 'n8n-workflow';

import { limitOf, returnAllFields } from '../../../shared/returnAll';
import { leverList } from '../../transport/request';

export const option: INodePropertyOptions = {
	name: 'Get Many',
	value: 'getMany',
	action: 'Get many feedback templates',
	description: 'Read the forms that feedback can be given on, with their fields',
};

export const fields: INodeProperties[] = returnAllFields;

/** Reads the feedback templates of the account (contract lever §2.10). Throws NodeApiError. */
export async function execute(
	this: IExecuteFunctions,
	itemIndex: number,
): Promise<INodeExecutionData[]> {
	const request = {
		method: 'GET',
		path: '/feedback_templates',
		task: 'list the feedback templates',
		itemIndex,
	} as const;
	const records = await leverList(this, request, limitOf(this, itemIndex));
	return records.map((json) => ({ json }));
}
