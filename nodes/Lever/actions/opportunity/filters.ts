import type { IDataObject, IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import type { QueryValue } from '../../../shared/http/types';
import { parseList, splitLines, toText } from '../../../shared/node/parameters';
import { confidentialityFilter, ORIGINS } from '../../fields/common';
import { dateRangeFields, emptyFilterError, getDateRange } from '../../fields/dateRange';

const OFTEN_UNKNOWN = 'Many older opportunities have no such date in Lever.';

/** All filters of Lever's list of opportunities (docs/lever-api.md, Opportunities); several values of one are combined with OR. */
export const filtersField: INodeProperties = {
	displayName: 'Filters',
	name: 'filters',
	type: 'collection',
	placeholder: 'Add filter',
	default: {},
	options: [
		...dateRangeFields('advanced', 'opportunities moved to another stage'),
		{
			displayName: 'Archive Reason Names or IDs',
			name: 'archiveReasons',
			type: 'multiOptions',
			typeOptions: { loadOptionsMethod: 'getArchiveReasons' },
			default: [],
			description:
				'Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>',
		},
		{
			displayName: 'Archived',
			name: 'archived',
			type: 'boolean',
			default: true,
			description:
				'Whether to return only archived opportunities (on) or only active ones (off). Without this filter, both are returned.',
		},
		...dateRangeFields('archived', 'opportunities archived'),
		{
			displayName: 'Archived Posting Names or IDs',
			name: 'archivedPostings',
			type: 'multiOptions',
			typeOptions: { loadOptionsMethod: 'getPostings' },
			default: [],
			description:
				'Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>',
		},
		confidentialityFilter('opportunities'),
		{
			displayName: 'Contact IDs',
			name: 'contacts',
			type: 'string',
			default: '',
			description: 'One or more contact IDs, separated by commas, or a list from an expression',
		},
		...dateRangeFields('created', 'opportunities created'),
		{
			displayName: 'Email',
			name: 'email',
			type: 'string',
			placeholder: 'e.g. name@email.com',
			default: '',
			description: 'The full email address of the candidate',
		},
		{
			displayName: 'Locations',
			name: 'locations',
			type: 'string',
			typeOptions: { multipleValues: true, multipleValueButtonText: 'Add Location' },
			default: [],
			placeholder: 'e.g. San Francisco, CA',
			description:
				'Posting locations, spelled as in Lever. Use <code>unspecified</code> for opportunities without a location.',
		},
		{
			displayName: 'Origins',
			name: 'origins',
			type: 'multiOptions',
			options: ORIGINS,
			default: [],
			description: 'How the opportunity originated',
		},
		{
			displayName: 'Posting Names or IDs',
			name: 'postings',
			type: 'multiOptions',
			typeOptions: { loadOptionsMethod: 'getPostings' },
			default: [],
			description:
				'Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>',
		},
		{
			displayName: 'Snoozed',
			name: 'snoozed',
			type: 'boolean',
			default: true,
			description:
				'Whether to return only snoozed opportunities (on) or only those that are not snoozed (off)',
		},
		{
			displayName: 'Source Names or IDs',
			name: 'sources',
			type: 'multiOptions',
			typeOptions: { loadOptionsMethod: 'getSources' },
			default: [],
			description:
				'Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>',
		},
		{
			displayName: 'Stage Names or IDs',
			name: 'stages',
			type: 'multiOptions',
			typeOptions: { loadOptionsMethod: 'getStages' },
			default: [],
			description:
				'Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>',
		},
		{
			displayName: 'Tag Names or IDs',
			name: 'tags',
			type: 'multiOptions',
			typeOptions: { loadOptionsMethod: 'getTags' },
			default: [],
			description:
				'Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>',
		},
		...dateRangeFields('updated', 'opportunities updated', OFTEN_UNKNOWN),
	],
};

type Parse = (value: unknown) => QueryValue;

const ids: Parse = (value) => parseList(value);
/** Tags, sources and locations can contain commas. */
const names: Parse = (value) => parseList(value, splitLines);
const flag: Parse = (value) =>
	['true', 'false'].includes(String(value)) ? String(value) === 'true' : '';

/** The filters that are not dates: each one's parameter in Lever's query, its name in the editor, and how it is parsed. */
const FILTERS: Record<string, [parameter: string, displayName: string, parse: Parse]> = {
	archived: ['archived', 'Archived', flag],
	archivedPostings: ['archived_posting_id', 'Archived Posting Names or IDs', ids],
	archiveReasons: ['archive_reason_id', 'Archive Reason Names or IDs', ids],
	confidentiality: ['confidentiality', 'Confidentiality', toText],
	contacts: ['contact_id', 'Contact IDs', ids],
	email: ['email', 'Email', toText],
	locations: ['location', 'Locations', names],
	origins: ['origin', 'Origins', ids],
	postings: ['posting_id', 'Posting Names or IDs', ids],
	snoozed: ['snoozed', 'Snoozed', flag],
	sources: ['source', 'Source Names or IDs', names],
	stages: ['stage_id', 'Stage Names or IDs', ids],
	tags: ['tag', 'Tag Names or IDs', names],
};

/**
 * Builds Lever's query for the filters of an item. Throws NodeOperationError when one was added and has no usable value:
 * without it, the list would contain candidates who were meant to be left out.
 */
export function buildFilterQuery(
	context: IExecuteFunctions,
	itemIndex: number,
): Record<string, QueryValue> {
	const filters: IDataObject = context.getNodeParameter('filters', itemIndex, {});
	const query: Record<string, QueryValue> = {};
	for (const [name, [parameter, displayName, parse]] of Object.entries(FILTERS)) {
		if (!(name in filters)) continue;
		const value = parse(filters[name]);
		if (value === '' || (Array.isArray(value) && value.length === 0))
			throw emptyFilterError(context, itemIndex, displayName);
		query[parameter] = value;
	}
	for (const event of ['advanced', 'archived', 'created', 'updated'] as const)
		Object.assign(query, getDateRange(context, itemIndex, filters, event));
	return query;
}
