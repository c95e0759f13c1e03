import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

import { toText } from './parameters';

/** The two fields of every list: all of it, or so many. */
export const returnAllFields: INodeProperties[] = [
	{
		displayName: 'Return All',
		name: 'returnAll',
		type: 'boolean',
		default: false,
		description: 'Whether to return all results or only up to a given limit',
	},
	{
		displayName: 'Limit',
		name: 'limit',
		type: 'number',
		typeOptions: { minValue: 1 },
		default: 50,
		description: 'Max number of results to return',
		displayOptions: { show: { returnAll: [false] } },
	},
];

/** How many records to read for an item: `Infinity` for all of them. Throws NodeOperationError when the limit is no whole number from 1. */
export function getLimit(context: IExecuteFunctions, itemIndex: number): number {
	if (context.getNodeParameter('returnAll', itemIndex, false)) return Infinity;
	const limit = Number(toText(context.getNodeParameter('limit', itemIndex, 50)) || Number.NaN);
	if (Number.isSafeInteger(limit) && limit > 0) return limit;
	throw new NodeOperationError(context.getNode(), 'The limit is not a whole number from 1', {
		itemIndex,
		description: 'Give the number of results that you want at most, or turn on "Return All".',
	});
}
