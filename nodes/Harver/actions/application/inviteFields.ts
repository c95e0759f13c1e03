import type { INodeProperties } from 'n8n-workflow';

import { resourceLocator } from '../../../shared/node/resourceLocator';
import { accountField } from '../../fields/account';
import { buildParametersField } from '../../fields/atsParameters';
import { tagPatternField } from '../../fields/vacancy';

const vacancyFields: INodeProperties[] = [
	{
		displayName: 'Vacancy',
		name: 'vacancySource',
		type: 'options',
		noDataExpression: true,
		options: [
			{
				name: 'From Tags',
				value: 'tags',
				description: 'A tag of the candidate or the posting names the vacancy',
			},
			{
				name: 'Selected Here',
				value: 'chosen',
				description: 'The same vacancy for all candidates, or one from an expression',
			},
		],
		default: 'tags',
	},
	{
		...resourceLocator({
			displayName: 'Harver Vacancy',
			name: 'vacancyId',
			description: 'The vacancy to invite to. It must be open.',
			searchMethod: 'searchOpenVacancies',
			idPlaceholder: 'e.g. 5f0c1d2e3a4b5c6d7e8f9a0b',
		}),
		displayOptions: { show: { vacancySource: ['chosen'] } },
	},
	{ ...tagPatternField, displayOptions: { show: { vacancySource: ['tags'] } } },
	{
		displayName: 'Tag Table',
		name: 'tagTable',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true },
		placeholder: 'Add tag',
		default: {},
		description: 'Maps other tags to vacancies',
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
						description: 'The name or ID of the Harver vacancy',
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
		buildParametersField(
			{
				name: 'parameters',
				description: 'Values that Harver returns with the results, along with the Lever IDs',
			},
			512,
		),
		{
			displayName: 'Default Vacancy',
			name: 'defaultVacancy',
			type: 'string',
			default: '',
			placeholder: 'e.g. Warehouse Associate',
			description:
				'The name or ID of the vacancy for candidates without a vacancy tag. If empty, they are not invited.',
		},
		{
			displayName: 'Email',
			name: 'email',
			type: 'string',
			default: '',
			placeholder: 'e.g. name@email.com',
			description: 'Overrides the first valid email address from the Lever profile',
		},
		{
			displayName: 'First Name',
			name: 'firstName',
			type: 'string',
			default: '',
			description: 'Overrides the first name from the Lever profile',
		},
		{
			displayName: 'Invited Tag',
			name: 'invitedTag',
			type: 'string',
			default: '',
			placeholder: 'e.g. Harver: Invited',
			description:
				'The tag that your workflow adds to invited candidates. If set, the node searches Harver by opportunity only for candidates with this tag, which saves one request for all others. If empty, it searches by opportunity for every candidate. It always searches by email address.',
		},
		{
			displayName: 'Language',
			name: 'language',
			type: 'string',
			default: '',
			placeholder: 'e.g. nl-NL',
			description:
				'The language of the assessment, as a locale that Harver supports, such as nl-NL, de-AT or es-419. A language code alone, such as nl, means its home country (nl-NL). Ambiguous values are not sent, such as en, which could be American or British.',
		},
		{
			displayName: 'Last Name',
			name: 'lastName',
			type: 'string',
			default: '',
			description: 'Overrides the last name from the Lever profile',
		},
		{
			displayName: 'Phone',
			name: 'phone',
			type: 'string',
			default: '',
			placeholder: 'e.g. +31612345678',
			description:
				'Overrides the phone number from the Lever profile. Start it with + or 00 and the country code. Leave out any extension and, except for Italy, any zero after the country code. Other numbers are not sent.',
		},
		{
			displayName: 'Re-Invite',
			name: 'reInvite',
			type: 'boolean',
			default: false,
			description:
				'Whether to send another invitation to candidates who have one but have not completed the assessment, for example after you correct an email address',
		},
		{
			displayName: 'Return Magic Link',
			name: 'returnMagicLink',
			type: 'boolean',
			default: false,
			description:
				"Whether to include the candidate's login link in the output. Only for vacancies where you send the invitations yourself (login strategy ATS Only). Treat the link like a password. n8n stores it with the execution.",
		},
		{
			displayName: 'Return URL',
			name: 'returnUrl',
			type: 'string',
			default: '',
			placeholder: 'e.g. https://example.com/thanks',
			description: 'The page that the candidate sees after the assessment',
		},
		{
			displayName: 'Use Posting Tags',
			name: 'postingTags',
			type: 'boolean',
			default: true,
			description:
				'Whether to look for a vacancy tag on the posting if the candidate has none. The item must contain the posting: turn on Include Posting in Lever > Get an Opportunity.',
		},
	],
};

/** The fields of the operation, in the order in which an admin thinks of them. */
export const inviteFields: INodeProperties[] = [
	{
		displayName:
			'Connect Lever > Get an Opportunity to this node. The node invites each candidate only once per vacancy.',
		name: 'inviteNotice',
		type: 'notice',
		default: '',
	},
	...vacancyFields,
	accountField,
	options,
];
