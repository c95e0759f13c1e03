import type { IExecuteFunctions } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

/**
 * A date in a field of an item, in milliseconds since 1970; `undefined` when the field is empty. `read` reads a value in the
 * workflow's timezone, `unit` is what a number in the field counts. Throws NodeOperationError, naming the field, when it holds no date.
 */
export function dateIn(
	context: IExecuteFunctions,
	itemIndex: number,
	value: unknown,
	{
		field,
		unit,
		read,
	}: {
		field: string;
		unit: 'seconds' | 'milliseconds';
		read: (value: unknown, timezone: string) => number | undefined;
	},
): number | undefined {
	if (value === undefined || value === null || value === '') return undefined;
	const time = read(value, context.getTimezone());
	if (time !== undefined) return time;
	throw new NodeOperationError(context.getNode(), `"${field}" holds no date`, {
		itemIndex,
		description: `Pick a date, or give one such as 2026-03-31T09:00:00Z, or ${unit} since 1970.`,
	});
}
