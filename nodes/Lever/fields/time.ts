import type { IExecuteFunctions } from 'n8n-workflow';

import { parseDateParameter } from '../../shared/node/parameters';
import { millisecondsOf } from '../../shared/node/parseTimestamp';

/**
 * A date in a field of an item as Lever takes it: milliseconds (docs/lever-api.md, Times); `undefined` when it is empty.
 * Throws NodeOperationError, naming the field, when it holds no date.
 */
export function timeIn(
	context: IExecuteFunctions,
	itemIndex: number,
	value: unknown,
	field: string,
): number | undefined {
	return parseDateParameter(context, itemIndex, value, {
		field,
		unit: 'milliseconds',
		read: millisecondsOf,
	});
}
