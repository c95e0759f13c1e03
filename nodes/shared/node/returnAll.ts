import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

import { toText } from './parameters';

/** The Return All and Limit fields of every list. */
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

/** How many records to return for an item; `Infinity` for all. Throws NodeOperationError when the limit is not a positive whole number. */
export function getLimit(context: IExecuteFunctions, itemIndex: number): number {
	if (context.getNodeParameter('returnAll', itemIndex, false)) return Infinity;
	const limit = Number(toText(context.getNodeParameter('limit', itemIndex, 50)) || Number.NaN);
	if (Number.isSafeInteger(limit) && limit > 0) return limit;
	throw new NodeOperationError(
		context.getNode(),
		'The limit must be a whole number of at least 1',
		{
			itemIndex,
			description: 'Enter the maximum number of results, or turn on "Return All".',
		},
	);
}
