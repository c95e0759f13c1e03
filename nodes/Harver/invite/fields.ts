import type { INodeProperties } from 'n8n-workflow';

import { resourceLocator } from '../../shared/node/resourceLocator';
import { accountField } from '../fields/account';

const vacancy = {
	searchMethod: 'searchOpenVacancies',
	idPlaceholder: 'e.g. 5f0c1d2e3a4b5c6d7e8f9a0b',
};

/** The vacancy: from the tags of the candidate, or one for all. */
const vacancyFields: INodeProperties[] = [
	{
		displayName: 'Vacancy',
		name: 'vacancySource',
		type: 'options',
		noDataExpression: true,
		options: [
			{
				name: "From the Candidate's Tags",
				value: 'tags',
				description: 'A tag of the opportunity, or of its posting, says which vacancy',
			},
			{
				name: 'Chosen Here',
				value: 'chosen',
				description: 'The same for all, or given by an expression',
			},
		],
		default: 'tags',
	},
	{
		...resourceLocator({
			...vacancy,
			displayName: 'Harver Vacancy',
			name: 'vacancyId',
			description: 'The vacancy to invite to; it must be open',
		}),
		displayOptions: { show: { vacancySource: ['chosen'] } },
	},
	{
		displayName: 'Tag Pattern',
		name: 'tagPattern',
		type: 'string',
		default: 'Harver Vacancy: *',
		placeholder: 'e.g. Harver Vacancy: *',
		description:
			'How the tags look, with * for the name or the ID of the vacancy. Upper and lower case are the same. Empty: only the table below counts.',
		displayOptions: { show: { vacancySource: ['tags'] } },
	},
	{
		displayName: 'Tag Table',
		name: 'tagTable',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true },
		placeholder: 'Add tag',
		default: {},
		description: 'Tags that mean a vacancy without naming it',
		displayOptions: { show: { vacancySource: ['tags'] } },
		options: [
			{
				displayName: 'Tag',
				name: 'rows',
				values: [
					{
						displayName: 'Tag',
						name: 'tag',
						type: 'string',
						default: '',
						placeholder: 'e.g. Warehouse',
					},
					{
						displayName: 'Vacancy',
						name: 'vacancy',
						type: 'string',
						default: '',
						placeholder: 'e.g. Warehouse Associate',
						description: 'Name or ID of the Harver vacancy',
					},
				],
			},
		],
	},
];

const options: INodeProperties = {
	displayName: 'Options',
	name: 'options',
	type: 'collection',
	placeholder: 'Add option',
	default: {},
	options: [
		{
			displayName: 'ATS Parameters',
			name: 'parameters',
			type: 'fixedCollection',
			typeOptions: { multipleValues: true },
			placeholder: 'Add parameter',
			default: {},
			description: 'Values that come back with the results, beside the Lever IDs',
			options: [
				{
					displayName: 'Parameter',
					name: 'rows',
					values: [
						{
							displayName: 'Name',
							name: 'name',
							type: 'string',
							default: '',
							description: 'Letters, digits, - and _',
						},
						{
							displayName: 'Value',
							name: 'value',
							type: 'string',
							default: '',
							description: 'At most 512 characters',
						},
					],
				},
			],
		},
		{
			displayName: 'Default Vacancy ID',
			name: 'defaultVacancy',
			type: 'string',
			default: '',
			description:
				'Name or ID of the vacancy for candidates without any vacancy tag. If empty, they are not invited.',
		},
		{
			displayName: 'Email',
			name: 'email',
			type: 'string',
			default: '',
			placeholder: 'e.g. name@email.com',
			description: 'In place of the first valid address on the profile',
		},
		{
			displayName: 'First Name',
			name: 'firstName',
			type: 'string',
			default: '',
			description: 'In place of what the name on the profile says',
		},
		{
			displayName: 'Give Magic Link',
			name: 'magicLink',
			type: 'boolean',
			default: false,
			description:
				'Whether the item holds the link that logs the candidate in. Only for vacancies whose invitations you send yourself (login strategy ATS Only): it is as secret as a password, and n8n keeps it in the execution.',
		},
		{
			displayName: 'Language',
			name: 'language',
			type: 'string',
			default: '',
			placeholder: 'e.g. en',
			description: 'Language of the assessment, if known',
		},
		{
			displayName: 'Last Name',
			name: 'lastName',
			type: 'string',
			default: '',
			description: 'In place of what the name on the profile says',
		},
		{
			displayName: "Look at the Posting's Tags",
			name: 'postingTags',
			type: 'boolean',
			default: true,
			description:
				'Whether the tags of the posting count when the candidate has no vacancy tag. The item must hold the posting: Lever > Get an Opportunity > Include Posting.',
		},
		{
			displayName: 'Look Up Earlier Invitations',
			name: 'lookUp',
			type: 'options',
			options: [
				{
					name: 'Of Each Candidate',
					value: 'each',
					description:
						'When several n8n processes invite, as in queue mode: what one has sent since is not in the list of another',
				},
				{
					name: 'Of Many Together',
					value: 'together',
					description:
						'Harver is asked about each candidate; many at once share a list of the vacancy, half a minute old at most',
				},
				{
					name: 'Only in Doubt',
					value: 'inDoubt',
					description:
						'One request an invitation: Harver is asked only when an earlier run of n8n may have invited for the opportunity. For a single n8n process, when nobody is invited by hand in Harver, and nobody has two opportunities for one vacancy.',
				},
			],
			default: 'together',
			description:
				'How the node finds out who was invited before, so that nobody gets a second e-mail',
		},
		{
			displayName: 'Phone',
			name: 'phone',
			type: 'string',
			default: '',
			placeholder: 'e.g. +31612345678',
			description: 'In place of the number on the profile. Sent only with its country code.',
		},
		{
			displayName: 'Re-Invite',
			name: 'reInvite',
			type: 'boolean',
			default: false,
			description:
				'Whether to invite again those who were invited before and have not finished: after a corrected e-mail address or an expired link',
		},
		{
			displayName: 'Return URL',
			name: 'returnUrl',
			type: 'string',
			default: '',
			placeholder: 'e.g. https://example.com/thanks',
			description: 'Where the candidate goes after the assessment',
		},
	],
};

/** The fields of the invite operation, in the order in which an admin thinks of them. */
export const inviteFields: INodeProperties[] = [
	{
		displayName:
			'Feed this with opportunities from Lever > Get an Opportunity. Each is invited once for each vacancy; who was invited before is not invited again.',
		name: 'inviteNotice',
		type: 'notice',
		default: '',
	},
	...vacancyFields,
	accountField,
	options,
];
