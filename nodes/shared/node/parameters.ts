import type { IExecuteFunctions, IDataObject } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

import { parseJson } from '../object';
import { parseTimestamp } from './parseTimestamp';

/** The text in a field of an item, as `toText` reads it; '' when the field is empty. */
export function getTextParameter(
	context: IExecuteFunctions,
	itemIndex: number,
	field: string,
): string {
	return toText(context.getNodeParameter(field, itemIndex, '', { extractValue: true }));
}

/** The text in a required field. Throws NodeOperationError when it is empty; `what` names what is missing: "opportunity". */
export function getRequiredParameter(
	context: IExecuteFunctions,
	itemIndex: number,
	field: string,
	what: string,
): string {
	const text = getTextParameter(context, itemIndex, field);
	if (text !== '') return text;
	throw new NodeOperationError(context.getNode(), `No ${what} was provided`, {
		itemIndex,
		description: `Enter the ${what}. If the field contains an expression, check that it returns a value for this item.`,
	});
}

/** The values in a field that takes several. Throws NodeOperationError when there is none; `what` names one of them: "tag". */
export function getRequiredList(
	context: IExecuteFunctions,
	itemIndex: number,
	field: string,
	what: string,
	split?: (text: string) => string[],
): string[] {
	const values = parseList(context.getNodeParameter(field, itemIndex, ''), split);
	if (values.length > 0) return values;
	throw new NodeOperationError(context.getNode(), `No ${what} was provided`, {
		itemIndex,
		description: `Enter at least one ${what}. If the field contains an expression, check that it returns a value for this item.`,
	});
}

/**
 * The values in a field that takes several, each once and on one line: a list, a list as JSON text (as AI agents give it),
 * or text with commas or line ends between the values (or as `split` says).
 */
export function parseList(
	value: unknown,
	split: (text: string) => string[] = (text) => text.split(/[,\n]/u),
): string[] {
	const list = asList(value);
	const parts = list ? list.flatMap((part) => asList(part) ?? [part]) : split(toText(value));
	return [...new Set(parts.map(toSingleLine).filter((part) => part !== ''))];
}

/** Splits text at line ends only, for values that can contain commas. */
export function splitLines(text: string): string[] {
	return text.split('\n');
}

function asList(value: unknown): unknown[] | undefined {
	if (Array.isArray(value)) return value as unknown[];
	if (typeof value !== 'string' || !/^\s*\[/u.test(value)) return undefined;
	const parsed = parseJson(value);
	return Array.isArray(parsed) ? (parsed as unknown[]) : undefined;
}

/** Text or a number as trimmed text without NUL characters, which no service stores; anything else as ''. */
export function toText(value: unknown): string {
	if (typeof value === 'string') return value.replace(/\0/gu, '').trim();
	return typeof value === 'number' ? value.toString() : '';
}

/** Text on one line: line ends, tabs and control characters become spaces. For tags, labels, links and file names. */
export function toSingleLine(value: unknown): string {
	const lines = toText(value).split(/[\p{Cc}\p{Zl}\p{Zp}]+/u);
	return lines
		.map((line) => line.trim())
		.filter((line) => line !== '')
		.join(' ');
}

/** The same fields without those that are `undefined`. */
export function withoutUndefined<T>(fields: Record<string, T | undefined>): Record<string, T> {
	return Object.fromEntries(
		Object.entries(fields).filter((entry): entry is [string, T] => entry[1] !== undefined),
	);
}

/**
 * A date in a field of an item, in milliseconds since 1970; `undefined` when the field is empty. Reads what
 * `parseTimestamp` reads, in the workflow's time zone. Throws NodeOperationError, naming the field, when it is not a date.
 */
export function parseDateParameter(
	context: IExecuteFunctions,
	itemIndex: number,
	value: unknown,
	field: string,
): number | undefined {
	if (value === undefined || value === null || value === '') return undefined;
	const milliseconds = parseTimestamp(value, context.getTimezone());
	if (milliseconds !== undefined) return milliseconds;
	throw new NodeOperationError(context.getNode(), `"${field}" is not a date`, {
		itemIndex,
		description: 'Choose a date, or enter one such as 2026-03-31T09:00:00Z or a Unix timestamp.',
	});
}

/** The rows of a field in which the user adds as many as they like. */
export function getRows(collection: unknown): IDataObject[] {
	const rows = (collection as IDataObject | undefined)?.rows;
	return Array.isArray(rows) ? (rows as IDataObject[]) : [];
}
