import type { IExecuteFunctions } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

/** The text in a node's field for an item, trimmed; '' when there is none. Numbers are given as text. */
export function textParameter(
	context: IExecuteFunctions,
	itemIndex: number,
	field: string,
): string {
	return asText(context.getNodeParameter(field, itemIndex, '', { extractValue: true }));
}

/** The text in a field that must hold one. Throws NodeOperationError; `what` names what is missing: "opportunity". */
export function requiredParameter(
	context: IExecuteFunctions,
	itemIndex: number,
	field: string,
	what: string,
): string {
	const text = textParameter(context, itemIndex, field);
	if (text !== '') return text;
	throw new NodeOperationError(context.getNode(), `No ${what} is given`, {
		itemIndex,
		description: `Fill in the ${what}. If the field holds an expression, check that it yields something for this item.`,
	});
}

/** The texts in a field that takes several. Throws NodeOperationError when there is none; `what` names one of them. */
export function requiredTexts(
	context: IExecuteFunctions,
	itemIndex: number,
	field: string,
	what: string,
	split?: (text: string) => string[],
): string[] {
	const texts = textsIn(context.getNodeParameter(field, itemIndex, ''), split);
	if (texts.length > 0) return texts;
	throw new NodeOperationError(context.getNode(), `No ${what} is given`, {
		itemIndex,
		description: `Give at least one ${what}. If the field holds an expression, check that it yields something for this item.`,
	});
}

/**
 * The texts in a value that holds several: a list, or one text with commas or line ends between them (or as `split` says).
 * Each once.
 */
export function textsIn(
	value: unknown,
	split: (text: string) => string[] = (text) => text.split(/[,\n]/u),
): string[] {
	const parts = Array.isArray(value) ? value.map(asText) : split(asText(value));
	return [...new Set(parts.map((part) => part.trim()).filter((part) => part !== ''))];
}

/** A text or a number as trimmed text; anything else as ''. */
export function asText(value: unknown): string {
	if (typeof value === 'string') return value.trim();
	return typeof value === 'number' ? value.toString() : '';
}

/** The fields that have a value. */
export function withoutUndefined<T>(fields: Record<string, T | undefined>): Record<string, T> {
	return Object.fromEntries(
		Object.entries(fields).filter((entry): entry is [string, T] => entry[1] !== undefined),
	);
}
