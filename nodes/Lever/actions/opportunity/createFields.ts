import type { INodeProperties } from 'n8n-workflow';

import { resourceLocator } from '../../../shared/node/resourceLocator';
import { ORIGINS } from '../../fields/origins';
import { performAsRequiredField } from '../../fields/performAs';

/** The fields of a new opportunity (docs/lever-api.md, Opportunities), all of which Lever can do without except the acting user. */
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
		placeholder: 'name@email.com',
		description:
			'One or several e-mail addresses, separated by commas or as a list from an expression. Lever recognises a person by them; what it knows of the person already stays.',
	},
	resourceLocator({
		displayName: 'Posting',
		name: 'postingId',
		description: 'The job that the candidacy is for. If empty, it is for none.',
		searchMethod: 'searchPostings',
		idPlaceholder: 'e.g. f2f01e16-27f8-4711-a728-7d49499795a0',
		required: false,
	}),
	resourceLocator({
		displayName: 'Stage',
		name: 'stageId',
		description: 'The stage to begin in. If empty, New Lead.',
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
		hint: 'The name of the binary field of the item that holds the resume',
		description:
			'A resume can only be added now, not later. If empty, there is none. Up to 30 MB; docx, doc, js, jpg, png, pdf or txt.',
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
					'Archives the new opportunity for this reason. Choose from the list, or specify an ID using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
			},
			{
				displayName: 'Archived At',
				name: 'archivedAt',
				type: 'dateTime',
				default: '',
				description:
					'When it was archived, with an archive reason and an earlier Created At. If empty, now.',
			},
			{
				displayName: 'Contact ID',
				name: 'contact',
				type: 'string',
				default: '',
				description: 'The contact of the person, when Lever has one and no e-mail address is known',
			},
			{
				displayName: 'Created At',
				name: 'createdAt',
				type: 'dateTime',
				default: '',
				description: 'When the candidacy began, for those that began before. If empty, now.',
			},
			{
				displayName: 'File Input Fields',
				name: 'files',
				type: 'string',
				default: '',
				placeholder: 'e.g. letter, certificate',
				description:
					'The names of the binary fields of the item that hold more files, separated by commas. The same kinds as for the resume.',
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
				description: 'Where the candidate works, as Lever shows it below the name',
			},
			{
				displayName: 'Links',
				name: 'links',
				type: 'string',
				default: '',
				placeholder: 'e.g. https://www.example.org/portfolio',
				description:
					'One or several web addresses, separated by commas, spaces or line ends, or as a list from an expression',
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
				description: 'The location of the posting that the candidacy is for',
			},
			{
				displayName: 'Origin',
				name: 'origin',
				type: 'options',
				options: ORIGINS,
				default: 'sourced',
				description: 'How the candidacy came about',
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
								description: 'What kind of number it is. Not sent together with a resume or files.',
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
					'One or several sources, separated by commas or as a list from an expression. Lever adds those it does not know.',
			},
			{
				displayName: 'Tags',
				name: 'tags',
				type: 'string',
				default: '',
				placeholder: 'e.g. Harver Vacancy: Sales',
				description:
					'One or several tags, separated by commas or as a list from an expression. Lever adds those it does not know.',
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
				description: 'Whether Lever reads the resume to fill in what is not given',
			},
			{
				displayName: 'Perform As Posting Owner',
				name: 'performAsPostingOwner',
				type: 'boolean',
				default: true,
				description:
					'Whether the owner of the posting is shown as having done this. Lever demands a user in Perform As all the same.',
			},
		],
	},
];
