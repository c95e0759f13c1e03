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
				description: 'Values that come back with the results, along with the Lever IDs',
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
			description:
				'Overrides the e-mail address from the Lever profile, which is the first valid one',
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
				'The tag that your workflow adds to candidates it has invited. With it, this node searches Harver by opportunity only for candidates who have the tag, which saves a request for the others. If empty, it always does. It always searches by e-mail address.',
		},
		{
			displayName: 'Language',
			name: 'language',
			type: 'string',
			default: '',
			placeholder: 'e.g. nl-NL',
			description:
				'Language of the assessment, as a locale that Harver has, such as nl-NL, de-AT or es-419. A language alone stands for its own country, such as nl for nl-NL. Anything unclear is not sent, such as en, which could be American or British.',
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
				'Overrides the phone number from the Lever profile. A number is sent only if it starts with + or 00 and the country code, without an extension or a zero after the code (except in Italy).',
		},
		{
			displayName: 'Re-Invite',
			name: 'reInvite',
			type: 'boolean',
			default: false,
			description:
				'Whether to send another invitation to candidates who have one but have not completed the assessment, for example after a corrected e-mail address',
		},
		{
			displayName: 'Return Magic Link',
			name: 'returnMagicLink',
			type: 'boolean',
			default: false,
			description:
				"Whether to include the candidate's login link in the output. Only for vacancies where you send the invitations yourself (login strategy ATS Only). The link is as secret as a password, and n8n stores it with the execution.",
		},
		{
			displayName: 'Return URL',
			name: 'returnUrl',
			type: 'string',
			default: '',
			placeholder: 'e.g. https://example.com/thanks',
			description: 'Where the candidate goes after the assessment',
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
			'Connect Lever > Get an Opportunity to this node. Each candidate is invited once per vacancy; candidates who were invited before are not invited again.',
		name: 'inviteNotice',
		type: 'notice',
		default: '',
	},
	...vacancyFields,
	accountField,
	options,
];
