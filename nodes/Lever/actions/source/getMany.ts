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
	action: 'Get many sources',
	description: 'Read the sources of candidates with the number that came from each',
};

export const fields: INodeProperties[] = returnAllFields;

/** Reads the sources of the account (contract lever §2.9). Throws NodeApiError. */
export async function execute(
	this: IExecuteFunctions,
	itemIndex: number,
): Promise<INodeExecutionData[]> {
	const request = { method: 'GET', path: '/sources', task: 'list the sources', itemIndex } as const;
	const records = await leverList(this, request, limitOf(this, itemIndex));
	return records.map((json) => ({ json }));
}
