import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

import { toText, parseList, withoutUndefined } from '../../../shared/node/parameters';
import type { QueryValue } from '../../../shared/http/types';
import { parseDateParameter } from '../../../shared/node/parameters';

/** The filters that cannot stand beside a date, as the editor calls them: those of one value, and of several. */
const ONE = { state: 'State', group: 'Group By' };
const SEVERAL = {
	distributionChannel: 'Distribution Channels',
	team: 'Team',
	department: 'Department',
	location: 'Location',
	commitment: 'Commitment',
	level: 'Level',
	tag: 'Tag',
};

/** A filter that takes several texts, which may have commas in them. */
function texts(
	name: keyof typeof SEVERAL,
	description: string,
	placeholder: string,
): INodeProperties {
	const displayName = SEVERAL[name];
	return {
		displayName,
		name,
		type: 'string',
		typeOptions: { multipleValues: true, multipleValueButtonText: `Add ${displayName}` },
		default: [],
		placeholder,
		description: `${description}. Lever tells upper and lower case apart.`,
	};
}

/** Which postings are read (docs/lever-api.md, Postings). */
export const filtersField: INodeProperties = {
	displayName: 'Filters',
	name: 'filters',
	type: 'collection',
	placeholder: 'Add filter',
	default: {},
	options: [
		texts('commitment', 'Only postings with one of these commitments', 'e.g. Full-time'),
		{
			displayName: 'Confidentiality',
			name: 'confidentiality',
			type: 'options',
			options: [
				{ name: 'All', value: 'all' },
				{ name: 'Confidential', value: 'confidential' },
				{ name: 'Not Confidential', value: 'non-confidential' },
			],
			default: 'all',
			description:
				'Without this filter Lever gives only postings that are not confidential; the others need a key that was made with access to them',
		},
		texts('department', 'Only postings of one of these departments', 'e.g. Engineering'),
		{
			displayName: SEVERAL.distributionChannel,
			name: 'distributionChannel',
			type: 'multiOptions',
			options: [
				{ name: 'Internal', value: 'internal' },
				{ name: 'Public', value: 'public' },
			],
			default: [],
			description: 'Only postings that are shown there',
		},
		{
			displayName: ONE.group,
			name: 'group',
			type: 'options',
			options: [
				{ name: 'Commitment', value: 'commitment' },
				{ name: 'Department', value: 'department' },
				{ name: 'Location', value: 'location' },
				{ name: 'Team', value: 'team' },
			],
			default: 'team',
			description: 'By what Lever groups the postings',
		},
		texts('level', 'Only postings of one of these levels', 'e.g. Senior'),
		texts('location', 'Only postings at one of these locations', 'e.g. San Francisco, CA'),
		{
			displayName: ONE.state,
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
				'Only postings in this state. Published alone gives those on the public job site: add both distribution channels for all of them.',
		},
		texts('tag', 'Only postings with one of these tags', 'e.g. Harver Vacancy: Sales'),
		texts('team', 'Only postings of one of these teams', 'e.g. Platform'),
		{
			displayName: 'Updated After',
			name: 'updatedAfter',
			type: 'dateTime',
			default: '',
			description:
				'Only postings that were changed at this time or later. Lever combines this with Confidentiality only.',
		},
		{
			displayName: 'Updated Before',
			name: 'updatedBefore',
			type: 'dateTime',
			default: '',
			description:
				'Only postings that were changed at this time or earlier. Lever combines this with Confidentiality only.',
		},
	],
};

/**
 * The query of the filters for an item. Throws NodeOperationError when a date is none, or stands beside a filter other than
 * confidentiality: Lever does not combine them.
 */
export function filterQuery(
	context: IExecuteFunctions,
	itemIndex: number,
): Record<string, QueryValue> {
	const filters = context.getNodeParameter('filters', itemIndex, {});
	const updated = withoutUndefined({
		updated_at_start: parseDateParameter(context, itemIndex, filters.updatedAfter, 'Updated After'),
		updated_at_end: parseDateParameter(context, itemIndex, filters.updatedBefore, 'Updated Before'),
	});
	const others: [string, string | string[]][] = [
		...Object.keys(ONE).map((name): [string, string] => [name, toText(filters[name])]),
		...Object.keys(SEVERAL).map((name): [string, string[]] => [
			name,
			parseList(filters[name], (text) => text.split('\n')),
		]),
	];
	const given = others.filter(([, value]) => value.length > 0);
	if (Object.keys(updated).length > 0 && given.length > 0)
		throw cannotBeCombined(
			context,
			itemIndex,
			given.map(([name]) => name),
		);
	return {
		...withoutUndefined({ confidentiality: toText(filters.confidentiality) || undefined }),
		...Object.fromEntries(given),
		...updated,
	};
}

function cannotBeCombined(
	context: IExecuteFunctions,
	itemIndex: number,
	names: string[],
): NodeOperationError {
	const others = Object.entries({ ...ONE, ...SEVERAL })
		.filter(([name]) => names.includes(name))
		.map(([, displayName]) => `"${displayName}"`);
	return new NodeOperationError(
		context.getNode(),
		`Lever cannot combine "Updated After" and "Updated Before" with ${others.join(', ')}`,
		{
			itemIndex,
			description:
				'Remove one or the other. Only "Confidentiality" can stand beside a date; a Filter node after this one can do the rest.',
		},
	);
}
