import type { IExecuteFunctions } from 'n8n-workflow';

import { dateIn } from '../../shared/dateField';
import { millisecondsOf } from '../../shared/milliseconds';

/**
 * A date in a field of an item as Lever takes it: milliseconds (contract lever §1.8); `undefined` when it is empty.
 * Throws NodeOperationError, naming the field, when it holds no date.
 */
export function timeIn(
	context: IExecuteFunctions,
	itemIndex: number,
	value: unknown,
	field: string,
): number | undefined {
	return dateIn(context, itemIndex, value, { field, unit: 'milliseconds', read: millisecondsOf });
}
