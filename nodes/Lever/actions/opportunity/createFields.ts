import type { INodeProperties } from 'n8n-workflow';

import { resourceLocator } from '../../../shared/node/resourceLocator';
import { ORIGINS } from '../../fields/common';
import { performAsRequiredField } from '../../fields/performAs';

/** The fields of a new opportunity (docs/lever-api.md, Opportunities), of which Lever requires only the user to perform as. */
export const createFields: INodeProperties[] = [
	{
		displayName: 'Name',
		name: 'name',
		type: 'string',
		default: '',
		placeholder: 'e.g. Ada Example',
		description: 'The full name of the candidate',
	},
	{
		displayName: 'Emails',
		name: 'emails',
		type: 'string',
		default: '',
		placeholder: 'e.g. name@email.com',
		description:
			'One or more email addresses, separated by commas, or a list from an expression. Lever uses them to find an existing contact, whose details it keeps.',
	},
	resourceLocator({
		displayName: 'Posting',
		name: 'postingId',
		description: 'The posting to apply to. If empty, the opportunity has no posting.',
		searchMethod: 'searchPostings',
		idPlaceholder: 'e.g. f2f01e16-27f8-4711-a728-7d49499795a0',
		required: false,
	}),
	resourceLocator({
		displayName: 'Stage',
		name: 'stageId',
		description: 'The stage to start in. Defaults to New Lead.',
		searchMethod: 'searchStages',
		idPlaceholder: 'e.g. applicant-new',
		required: false,
	}),
	performAsRequiredField,
	{
		displayName: 'Resume Input Field',
		name: 'resume',
		type: 'string',
		default: '',
		placeholder: 'e.g. data',
		hint: 'The name of the input binary field containing the resume',
		description:
			"You can't add a resume later. Accepts docx, doc, js, jpg, png, pdf and txt files up to 30 MB.",
	},
	{
		displayName: 'Additional Fields',
		name: 'additionalFields',
		type: 'collection',
		placeholder: 'Add field',
		default: {},
		options: [
			{
				displayName: 'Archive Reason Name or ID',
				name: 'archiveReason',
				type: 'options',
				typeOptions: { loadOptionsMethod: 'getArchiveReasons' },
				default: '',
				description:
					'Archives the new opportunity with this reason. Choose from the list, or specify an ID using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
			},
			{
				displayName: 'Archived At',
				name: 'archivedAt',
				type: 'dateTime',
				default: '',
				description:
					'When the opportunity was archived. Requires an archive reason and an earlier Created At. Defaults to now.',
			},
			{
				displayName: 'Contact ID',
				name: 'contact',
				type: 'string',
				default: '',
				placeholder: 'e.g. 7f23e772-f2cb-4ebb-b33f-54b872999992',
				description: 'An existing contact to use when you have no email address',
			},
			{
				displayName: 'Created At',
				name: 'createdAt',
				type: 'dateTime',
				default: '',
				description: 'When the opportunity was created. Must be in the past. Defaults to now.',
			},
			{
				displayName: 'File Input Fields',
				name: 'files',
				type: 'string',
				default: '',
				placeholder: 'e.g. letter, certificate',
				description:
					'The names of the input binary fields that contain other files, separated by commas. Accepts the same file types as the resume.',
			},
			{
				displayName: 'Follower Names or IDs',
				name: 'followers',
				type: 'multiOptions',
				typeOptions: { loadOptionsMethod: 'getUsers' },
				default: [],
				description:
					'Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>',
			},
			{
				displayName: 'Headline',
				name: 'headline',
				type: 'string',
				default: '',
				placeholder: 'e.g. Acme Ltd, Engineer',
				description: 'Where the candidate works. Shown below the name.',
			},
			{
				displayName: 'Links',
				name: 'links',
				type: 'string',
				default: '',
				placeholder: 'e.g. https://www.example.org/portfolio',
				description:
					'One or more URLs, separated by commas, spaces or line breaks, or a list from an expression',
			},
			{
				displayName: 'Location',
				name: 'location',
				type: 'string',
				default: '',
				placeholder: 'e.g. Berlin',
				description: 'Where the candidate lives',
			},
			{
				displayName: 'Opportunity Location',
				name: 'opportunityLocation',
				type: 'string',
				default: '',
				placeholder: 'e.g. Berlin',
				description: 'The location of the posting that the candidate is considered for',
			},
			{
				displayName: 'Origin',
				name: 'origin',
				type: 'options',
				options: ORIGINS,
				default: 'sourced',
				description: 'How the opportunity originated',
			},
			{
				displayName: 'Owner Name or ID',
				name: 'owner',
				type: 'options',
				typeOptions: { loadOptionsMethod: 'getUsers' },
				default: '',
				description:
					'Choose from the list, or specify an ID using an <a href="https://docs.n8n.io/code/expressions/">expression</a>',
			},
			{
				displayName: 'Phones',
				name: 'phones',
				type: 'fixedCollection',
				typeOptions: { multipleValues: true },
				placeholder: 'Add phone',
				default: {},
				options: [
					{
						displayName: 'Phone',
						name: 'phone',
						values: [
							{
								displayName: 'Number',
								name: 'value',
								type: 'string',
								default: '',
								placeholder: 'e.g. +1 555 0100',
							},
							{
								displayName: 'Type',
								name: 'type',
								type: 'string',
								default: '',
								placeholder: 'e.g. mobile',
								description: 'The type of phone number. Not sent if you add a resume or files.',
							},
						],
					},
				],
			},
			{
				displayName: 'Sources',
				name: 'sources',
				type: 'string',
				default: '',
				placeholder: 'e.g. LinkedIn',
				description:
					'One or more sources, separated by commas, or a list from an expression. Lever creates any that do not exist.',
			},
			{
				displayName: 'Tags',
				name: 'tags',
				type: 'string',
				default: '',
				placeholder: 'e.g. Harver Vacancy: Sales',
				description:
					'One or more tags, separated by commas, or a list from an expression. Lever creates any that do not exist.',
			},
		],
	},
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add option',
		default: {},
		options: [
			{
				displayName: 'Parse Resume',
				name: 'parse',
				type: 'boolean',
				default: true,
				description: 'Whether to fill in missing details from the resume',
			},
			{
				displayName: 'Perform As Posting Owner',
				name: 'performAsPostingOwner',
				type: 'boolean',
				default: true,
				description:
					'Whether to show the posting owner as the author. Lever still requires a user under Perform As.',
			},
		],
	},
];
