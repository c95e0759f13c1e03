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
	action: 'Get many archive reasons',
	description: 'List the archive reasons',
};

export const fields: INodeProperties[] = [
	...returnAllFields,
	{
		displayName: 'Type',
		name: 'type',
		type: 'options',
		options: [
			{ name: 'Any', value: '' },
			{ name: 'Hired', value: 'hired' },
			{ name: 'Not Hired', value: 'non-hired' },
		],
		default: '',
		description: 'Which archive reasons to return',
	},
];

/** Lists the archive reasons of the account (docs/lever-api.md, Reference lists). Throws NodeApiError. */
export async function execute(
	this: IExecuteFunctions,
	itemIndex: number,
): Promise<INodeExecutionData[]> {
	const type = this.getNodeParameter('type', itemIndex, '') as string;
	const request = {
		method: 'GET',
		path: '/archive_reasons',
		query: { type },
		description: 'list the archive reasons',
		itemIndex,
	} as const;
	const reasons = await leverList(this, request, getLimit(this, itemIndex));
	return reasons.map((json) => ({ json }));
}
