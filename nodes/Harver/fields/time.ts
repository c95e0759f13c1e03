import type { IExecuteFunctions } from 'n8n-workflow';
import { NodeOperationError, tryToParseDateTime } from 'n8n-workflow';

import { millisecondsOf } from '../records/instant';

/**
 * A date in a field of an item as Harver's filters take it: seconds since 1970 (contract harver, Calls); `undefined` when
 * it is empty. Without a time zone it is meant in the workflow's. Throws NodeOperationError, naming the field, when it
 * holds no date.
 */
export function secondsIn(context: IExecuteFunctions, itemIndex: number, value: unknown, field: string): number | undefined {
	if (value === undefined || value === null || value === '') return undefined;
	const milliseconds = readTime(value, context.getTimezone());
	if (milliseconds !== undefined) return Math.floor(milliseconds / 1000);
	throw new NodeOperationError(context.getNode(), `"${field}" holds no date`, {
		itemIndex,
		description: 'Pick a date, or give one such as 2026-03-31T09:00:00Z, or seconds since 1970.',
	});
}

function readTime(value: unknown, timezone: string): number | undefined {
	if (typeof value === 'number' || (typeof value === 'string' && /^\d{5,}$/u.test(value.trim()))) return millisecondsOf(value);
	try {
		return tryToParseDateTime(value, timezone).toMillis();
	} catch {
		return undefined;
	}
}
