import type { INodeProperties } from 'n8n-workflow';

import { ORIGINS } from '../../fields/origins';

/** Every filter that Lever's list of opportunities has (docs/lever-api.md, Opportunities); several values of one are a union. */
export const filtersField: INodeProperties = {
	displayName: 'Filters',
	name: 'filters',
	type: 'collection',
	placeholder: 'Add filter',
	default: {},
	options: [
		{
			displayName: 'Advanced After',
			name: 'advancedAfter',
			type: 'dateTime',
			default: '',
			description: 'Only opportunities that were moved to another stage at this moment or later',
		},
		{
			displayName: 'Advanced Before',
			name: 'advancedBefore',
			type: 'dateTime',
			default: '',
			description: 'Only opportunities that were moved to another stage at this moment or earlier',
		},
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
				'Whether to list archived opportunities only; turned off, active ones only. Without this filter both are listed.',
		},
		{
			displayName: 'Archived After',
			name: 'archivedAfter',
			type: 'dateTime',
			default: '',
			description: 'Only opportunities that were archived at this moment or later',
		},
		{
			displayName: 'Archived Before',
			name: 'archivedBefore',
			type: 'dateTime',
			default: '',
			description: 'Only opportunities that were archived at this moment or earlier',
		},
		{
			displayName: 'Archived Posting Names or IDs',
			name: 'archivedPostings',
			type: 'multiOptions',
			typeOptions: { loadOptionsMethod: 'getPostings' },
			default: [],
			description:
				'Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>',
		},
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
				'Confidential opportunities are left out without this filter, and need a key that may see them',
		},
		{
			displayName: 'Contact IDs',
			name: 'contacts',
			type: 'string',
			default: '',
			description:
				'One or several people, by the IDs of their contacts, separated by commas or as a list from an expression',
		},
		{
			displayName: 'Created After',
			name: 'createdAfter',
			type: 'dateTime',
			default: '',
			description: 'Only opportunities that were created at this moment or later',
		},
		{
			displayName: 'Created Before',
			name: 'createdBefore',
			type: 'dateTime',
			default: '',
			description: 'Only opportunities that were created at this moment or earlier',
		},
		{
			displayName: 'Email',
			name: 'email',
			type: 'string',
			placeholder: 'name@email.com',
			default: '',
			description: 'The whole e-mail address of the candidate',
		},
		{
			displayName: 'Locations',
			name: 'locations',
			type: 'string',
			typeOptions: { multipleValues: true, multipleValueButtonText: 'Add Location' },
			default: [],
			placeholder: 'e.g. San Francisco, CA',
			description:
				'The location of the posting, spelt as in Lever; <code>unspecified</code> for those without one',
		},
		{
			displayName: 'Origins',
			name: 'origins',
			type: 'multiOptions',
			options: ORIGINS,
			default: [],
			description: 'How the candidacy came about',
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
				'Whether to list snoozed opportunities only; turned off, only those that are not snoozed',
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
		{
			displayName: 'Updated After',
			name: 'updatedAfter',
			type: 'dateTime',
			default: '',
			description:
				'Only opportunities that were changed at this moment or later. Lever knows no such date for many old opportunities.',
		},
		{
			displayName: 'Updated Before',
			name: 'updatedBefore',
			type: 'dateTime',
			default: '',
			description:
				'Only opportunities that were changed at this moment or earlier. Lever knows no such date for many old opportunities.',
		},
	],
};
