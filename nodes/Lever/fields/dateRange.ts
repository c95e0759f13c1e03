import type { IDataObject, IExecuteFunctions, INodeProperties } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

import { parseDateParameter, withoutUndefined } from '../../shared/node/parameters';
import type { QueryValue } from '../../shared/http/types';

/** What happened within a date range: the verb in the names of the filters and of Lever's parameters (docs/lever-api.md, Times). */
export type DatedEvent = 'advanced' | 'archived' | 'created' | 'deleted' | 'updated' | 'uploaded';

type Side = 'After' | 'Before';

const SIDES: Side[] = ['After', 'Before'];

/** The two filters "Created After" and "Created Before"; `what` completes "Only …": "opportunities created". */
export function dateRangeFields(event: DatedEvent, what: string, remark = ''): INodeProperties[] {
	return SIDES.map((side) => ({
		displayName: getDisplayName(event, side),
		name: `${event}${side}`,
		type: 'dateTime',
		default: '',
		description: [`Return only ${what} at or ${side.toLowerCase()} this time`, remark]
			.filter(Boolean)
			.join('. '),
	}));
}

/** A Filters field with one date range. */
export function dateRangeFilters(event: DatedEvent, what: string): INodeProperties {
	return {
		displayName: 'Filters',
		name: 'filters',
		type: 'collection',
		placeholder: 'Add filter',
		default: {},
		options: dateRangeFields(event, what),
	};
}

/**
 * Lever's query for the two filters of an item, in milliseconds. Throws NodeOperationError when one is not a date, or was
 * added and is empty: without it, Lever would return records that were meant to be left out.
 */
export function getDateRange(
	context: IExecuteFunctions,
	itemIndex: number,
	filters: IDataObject,
	event: DatedEvent,
): Record<string, QueryValue> {
	const parse = (side: Side): number | undefined => {
		const name = `${event}${side}`;
		if (!(name in filters)) return undefined;
		const displayName = getDisplayName(event, side);
		const time = parseDateParameter(context, itemIndex, filters[name], displayName);
		if (time !== undefined) return time;
		throw emptyFilterError(context, itemIndex, displayName);
	};
	return withoutUndefined({
		[`${event}_at_start`]: parse('After'),
		[`${event}_at_end`]: parse('Before'),
	});
}

/** The error for a filter that was added and has no value for an item. */
export function emptyFilterError(
	context: IExecuteFunctions,
	itemIndex: number,
	displayName: string,
): NodeOperationError {
	return new NodeOperationError(context.getNode(), `The filter "${displayName}" is empty`, {
		itemIndex,
		description:
			'Enter a value, or remove the filter. If it contains an expression, check that it returns a value for this item.',
	});
}

function getDisplayName(event: DatedEvent, side: Side): string {
	return `${event.charAt(0).toUpperCase()}${event.slice(1)} ${side}`;
}
