import type { IExecuteFunctions } from 'n8n-workflow';

import { parseDateParameter } from '../../shared/node/parameters';
import { millisecondsOf as momentIn } from '../../shared/node/parseTimestamp';
import { millisecondsOf } from '../records/instant';

/**
 * A date in a field of an item as Harver's filters take it: seconds since 1970 (docs/harver-api.md, Calls); `undefined` when
 * it is empty. Without a time zone it is meant in the workflow's. Throws NodeOperationError, naming the field, when it
 * holds no date.
 */
export function secondsIn(
	context: IExecuteFunctions,
	itemIndex: number,
	value: unknown,
	field: string,
): number | undefined {
	const milliseconds = parseDateParameter(context, itemIndex, value, {
		field,
		unit: 'seconds',
		read: readTime,
	});
	return milliseconds === undefined ? undefined : Math.floor(milliseconds / 1000);
}

/** A number, also as a text, is what Harver means by one; anything else is read as n8n's date field gives it. */
function readTime(value: unknown, timezone: string): number | undefined {
	if (typeof value === 'number' || (typeof value === 'string' && /^\d{5,}$/u.test(value.trim())))
		return millisecondsOf(value);
	return momentIn(value, timezone);
}
