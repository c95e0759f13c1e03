import type { IExecuteFunctions, IDataObject } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

import { parseTimestamp } from './parseTimestamp';

/** The text in a node's field for an item, trimmed; '' when there is none. Numbers are given as text. */
export function getTextParameter(
	context: IExecuteFunctions,
	itemIndex: number,
	field: string,
): string {
	return toText(context.getNodeParameter(field, itemIndex, '', { extractValue: true }));
}

/** The text in a field that must hold one. Throws NodeOperationError; `what` names what is missing: "opportunity". */
export function getRequiredParameter(
	context: IExecuteFunctions,
	itemIndex: number,
	field: string,
	what: string,
): string {
	const text = getTextParameter(context, itemIndex, field);
	if (text !== '') return text;
	throw new NodeOperationError(context.getNode(), `No ${what} is given`, {
		itemIndex,
		description: `Fill in the ${what}. If the field holds an expression, check that it yields something for this item.`,
	});
}

/** The texts in a field that takes several. Throws NodeOperationError when there is none; `what` names one of them. */
export function getRequiredList(
	context: IExecuteFunctions,
	itemIndex: number,
	field: string,
	what: string,
	split?: (text: string) => string[],
): string[] {
	const texts = parseList(context.getNodeParameter(field, itemIndex, ''), split);
	if (texts.length > 0) return texts;
	throw new NodeOperationError(context.getNode(), `No ${what} is given`, {
		itemIndex,
		description: `Give at least one ${what}. If the field holds an expression, check that it yields something for this item.`,
	});
}

/**
 * Parses a list: an array, an array as JSON text as an AI agent writes it, or one text with commas or line ends between the
 * parts (or as `split` says). Returns each part once.
 */
export function parseList(
	value: unknown,
	split: (text: string) => string[] = (text) => text.split(/[,\n]/u),
): string[] {
	const list = Array.isArray(value) ? value : parseJsonList(toText(value));
	const parts = list?.map(toText) ?? split(toText(value));
	return [...new Set(parts.map((part) => part.trim()).filter((part) => part !== ''))];
}

function parseJsonList(text: string): unknown[] | undefined {
	if (!text.startsWith('[')) return undefined;
	try {
		const list: unknown = JSON.parse(text);
		return Array.isArray(list) ? list : undefined;
	} catch {
		return undefined;
	}
}

/** A text or a number as trimmed text; anything else as ''. */
export function toText(value: unknown): string {
	if (typeof value === 'string') return value.trim();
	return typeof value === 'number' ? value.toString() : '';
}

/** The fields that have a value. */
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
