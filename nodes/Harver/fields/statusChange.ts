import type { IDataObject, IExecuteFunctions, INodeProperties } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

import { toText, parseList, getRows } from '../../shared/node/parameters';
import { resourceLocator } from '../../shared/node/resourceLocator';

const whenMailing = { show: { mailCandidate: [true] } };

/** The e-mail that Harver sends to the candidate (docs/harver-api.md, Changing an application: `message`); none unless asked for. */
export const messageFields: INodeProperties[] = [
	{
		displayName: 'Email the Candidate',
		name: 'mailCandidate',
		type: 'boolean',
		default: false,
		description:
			'Whether Harver sends the candidate the message below. One more request to Harver: who has the status already gets no second e-mail.',
	},
	{
		displayName: 'Messages',
		name: 'messages',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true },
		placeholder: 'Add language',
		default: {},
		description: 'The message in each language that your candidates use',
		displayOptions: whenMailing,
		options: [
			{
				displayName: 'Message',
				name: 'rows',
				values: [
					{
						displayName: 'Language',
						name: 'language',
						type: 'options',
						options: [
							{ name: 'Danish', value: 'da-DK' },
							{ name: 'Dutch', value: 'NL' },
							{ name: 'English', value: 'ENG' },
							{ name: 'English (UK)', value: 'en-GB' },
							{ name: 'French', value: 'FR' },
							{ name: 'German', value: 'DE' },
							{ name: 'Italian', value: 'IT' },
							{ name: 'Norwegian', value: 'nb-NO' },
							{ name: 'Portuguese', value: 'pt-PT' },
							{ name: 'Spanish', value: 'ES' },
							{ name: 'Swedish', value: 'sv-SE' },
						],
						default: 'ENG',
					},
					{ displayName: 'Subject', name: 'subject', type: 'string', default: '' },
					{
						displayName: 'Text',
						name: 'text',
						type: 'string',
						typeOptions: { rows: 4 },
						default: '',
					},
				],
			},
		],
	},
	{
		displayName: 'Message Options',
		name: 'messageOptions',
		type: 'collection',
		placeholder: 'Add option',
		default: {},
		displayOptions: whenMailing,
		options: [
			{
				displayName: 'CC',
				name: 'cc',
				type: 'string',
				default: '',
				placeholder: 'e.g. recruiter@example.com',
				description: 'Who gets a copy; several addresses are separated by commas',
			},
			{
				displayName: 'Reply To',
				name: 'replyTo',
				type: 'string',
				default: '',
				placeholder: 'e.g. recruiter@example.com',
				description: 'Where the answer of the candidate goes',
			},
		],
	},
];

/** The message for an item as Harver takes it, `undefined` when none is to be sent. Throws NodeOperationError when it is incomplete. */
export function getMessage(context: IExecuteFunctions, itemIndex: number): IDataObject | undefined {
	if (context.getNodeParameter('mailCandidate', itemIndex, false) !== true) return undefined;
	const rows = getRows(context.getNodeParameter('messages', itemIndex, {}));
	const texts = rows.map(
		({ language, subject, text }) =>
			[toText(language), { mailTitle: toText(subject), mailBody: toText(text) }] as const,
	);
	if (
		texts.length === 0 ||
		texts.some(([language, { mailTitle, mailBody }]) =>
			[language, mailTitle, mailBody].includes(''),
		)
	) {
		throw new NodeOperationError(context.getNode(), 'The message to the candidate is incomplete', {
			itemIndex,
			description:
				'Give subject and text in at least one language, or switch "Email the Candidate" off.',
		});
	}
	const { cc, replyTo } = context.getNodeParameter('messageOptions', itemIndex, {}) as IDataObject;
	const copies = parseList(cc);
	const replyToMail = toText(replyTo);
	return {
		...Object.fromEntries(texts),
		...(replyToMail === '' ? {} : { replyToMail }),
		...(copies.length === 0 ? {} : { ccMailsList: copies }),
	};
}

const whenRejected = { show: { status: ['rejected'] } };

/** Why an application is rejected (docs/harver-api.md, Changing an application: `rejectionReasonData`). */
export const rejectionFields: INodeProperties[] = [
	{
		...resourceLocator({
			displayName: 'Rejection Reason',
			name: 'rejectionReason',
			description: 'Why the candidate is rejected, from the list in Harver',
			searchMethod: 'searchRejectionReasons',
			idPlaceholder: 'e.g. 5d1e2f3a4b5c6d7e8f9a0b1c',
			required: false,
		}),
		displayOptions: whenRejected,
	},
	{
		displayName: 'Rejection Note',
		name: 'rejectionNote',
		type: 'string',
		default: '',
		description: 'A word on it for colleagues in Harver',
		displayOptions: whenRejected,
	},
];
