import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

import type { QueryValue } from '../../../shared/http/types';
import { parseList, splitLines, toText, withoutUndefined } from '../../../shared/node/parameters';
import { confidentialityFilter } from '../../fields/common';
import { dateRangeFields, emptyFilterError, getDateRange } from '../../fields/dateRange';

/** The filters that Lever does not combine with a date, with their names in the editor: those with one value, and with several. */
const SINGLE = { state: 'State', group: 'Group By' };
const MULTIPLE = {
	distributionChannel: 'Distribution Channels',
	team: 'Team',
	department: 'Department',
	location: 'Location',
	commitment: 'Commitment',
	level: 'Level',
	tag: 'Tag',
};

/** A filter that takes several texts, which can contain commas. */
function textFilter(
	name: keyof typeof MULTIPLE,
	description: string,
	placeholder: string,
): INodeProperties {
	const displayName = MULTIPLE[name];
	return {
		displayName,
		name,
		type: 'string',
		typeOptions: { multipleValues: true, multipleValueButtonText: `Add ${displayName}` },
		default: [],
		placeholder,
		description: `${description}. Case-sensitive.`,
	};
}

/** The filters of Lever's list of postings (docs/lever-api.md, Postings). */
export const filtersField: INodeProperties = {
	displayName: 'Filters',
	name: 'filters',
	type: 'collection',
	placeholder: 'Add filter',
	default: {},
	options: [
		textFilter(
			'commitment',
			'Return only postings with one of these commitments',
			'e.g. Full-time',
		),
		confidentialityFilter('postings'),
		textFilter(
			'department',
			'Return only postings of one of these departments',
			'e.g. Engineering',
		),
		{
			displayName: MULTIPLE.distributionChannel,
			name: 'distributionChannel',
			type: 'multiOptions',
			options: [
				{ name: 'Internal', value: 'internal' },
				{ name: 'Public', value: 'public' },
			],
			default: [],
			description: 'Return only postings shown on one of these job sites',
		},
		{
			displayName: SINGLE.group,
			name: 'group',
			type: 'options',
			options: [
				{ name: 'Commitment', value: 'commitment' },
				{ name: 'Department', value: 'department' },
				{ name: 'Location', value: 'location' },
				{ name: 'Team', value: 'team' },
			],
			default: 'team',
			description: 'How to group the postings',
		},
		textFilter('level', 'Return only postings of one of these levels', 'e.g. Senior'),
		textFilter(
			'location',
			'Return only postings at one of these locations',
			'e.g. San Francisco, CA',
		),
		{
			displayName: SINGLE.state,
			name: 'state',
			type: 'options',
			options: [
				{ name: 'Closed', value: 'closed' },
				{ name: 'Draft', value: 'draft' },
				{ name: 'Internal', value: 'internal', description: 'Called unlisted in Lever' },
				{ name: 'Pending', value: 'pending' },
				{ name: 'Published', value: 'published' },
				{ name: 'Rejected', value: 'rejected' },
			],
			default: 'published',
			description:
				'Return only postings in this state. Published returns only postings on the public job site, unless you add both distribution channels.',
		},
		textFilter('tag', 'Return only postings with one of these tags', 'e.g. Harver Vacancy: Sales'),
		textFilter('team', 'Return only postings of one of these teams', 'e.g. Platform'),
		...dateRangeFields('updated', 'postings updated', 'Can only be combined with Confidentiality.'),
	],
};

/**
 * Builds Lever's query for the filters of an item. Throws NodeOperationError when one was added and has no usable value, or a
 * date is combined with a filter other than confidentiality, which Lever does not support.
 */
export function buildFilterQuery(
	context: IExecuteFunctions,
	itemIndex: number,
): Record<string, QueryValue> {
	const filters = context.getNodeParameter('filters', itemIndex, {});
	const updated = getDateRange(context, itemIndex, filters, 'updated');
	const others: Record<string, QueryValue> = {};
	for (const [name, displayName] of Object.entries({ ...SINGLE, ...MULTIPLE })) {
		if (!(name in filters)) continue;
		const value = name in SINGLE ? toText(filters[name]) : parseList(filters[name], splitLines);
		if (value.length === 0) throw emptyFilterError(context, itemIndex, displayName);
		others[name] = value;
	}
	if (Object.keys(updated).length > 0 && Object.keys(others).length > 0)
		throw combinationError(context, itemIndex, Object.keys(others));
	const confidentiality = toText(filters.confidentiality) || undefined;
	return { ...withoutUndefined({ confidentiality }), ...others, ...updated };
}

function combinationError(
	context: IExecuteFunctions,
	itemIndex: number,
	names: string[],
): NodeOperationError {
	const others = Object.entries({ ...SINGLE, ...MULTIPLE })
		.filter(([name]) => names.includes(name))
		.map(([, displayName]) => `"${displayName}"`);
	return new NodeOperationError(
		context.getNode(),
		`Lever can't combine "Updated After" and "Updated Before" with ${others.join(', ')}`,
		{
			itemIndex,
			description:
				'Remove one or the other, and use a Filter node after this one for the rest. Only "Confidentiality" can be combined with a date.',
		},
	);
}
