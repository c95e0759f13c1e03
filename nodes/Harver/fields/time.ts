import type { IExecuteFunctions } from 'n8n-workflow';

import { parseDateParameter } from '../../shared/node/parameters';

/**
 * A date in a field of an item as Harver's filters take it: seconds since 1970 (docs/harver-api.md, Finding applications);
 * `undefined` when it is empty. Throws NodeOperationError, naming the field, when it holds no date.
 */
export function secondsIn(
	context: IExecuteFunctions,
	itemIndex: number,
	value: unknown,
	field: string,
): number | undefined {
	const milliseconds = parseDateParameter(context, itemIndex, value, field);
	return milliseconds === undefined ? undefined : Math.floor(milliseconds / 1000);
}
