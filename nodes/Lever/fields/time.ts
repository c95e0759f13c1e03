import type { IExecuteFunctions } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

import { millisecondsOf } from '../../shared/milliseconds';

/**
 * A date in a field of an item as Lever takes it: milliseconds (contract lever §1.8); `undefined` when it is empty.
 * Throws NodeOperationError, naming the field, when it holds no date.
 */
export function timeIn(context: IExecuteFunctions, itemIndex: number, value: unknown, field: string): number | undefined {
	if (value === undefined || value === null || value === '') return undefined;
	const time = millisecondsOf(value, context.getTimezone());
	if (time !== undefined) return time;
	throw new NodeOperationError(context.getNode(), `"${field}" holds no date`, {
		itemIndex,
		description: 'Pick a date, or give one such as 2026-03-31T09:00:00Z, or milliseconds since 1970.',
	});
}
