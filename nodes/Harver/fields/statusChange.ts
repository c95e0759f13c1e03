import type { IDataObject, IExecuteFunctions, INodeProperties } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

import {
	getRows,
	getTextParameter,
	parseList,
	toSingleLine,
	toText,
} from '../../shared/node/parameters';
import { resourceLocator } from '../../shared/node/resourceLocator';

const whenEmailing = { show: { emailCandidate: [true] } };

/** The email that Harver sends with a change of status, if asked to (docs/harver-api.md, Changing an application). */
export const messageFields: INodeProperties[] = [
	{
		displayName: 'Email the Candidate',
		name: 'emailCandidate',
		type: 'boolean',
		default: false,
		description:
			'Whether to email the message below to the candidate. Requires one more request, so that candidates whose application already has this status get no second email.',
	},
	{
		displayName: 'Messages',
		name: 'messages',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true },
		placeholder: 'Add language',
		default: {},
		description: 'The message in each language that your candidates use',
		displayOptions: whenEmailing,
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
		displayOptions: whenEmailing,
		options: [
			{
				displayName: 'CC',
				name: 'cc',
				type: 'string',
				default: '',
				placeholder: 'e.g. recruiter@example.com',
				description: 'The email addresses to copy, separated by commas',
			},
			{
				displayName: 'Reply To',
				name: 'replyTo',
				type: 'string',
				default: '',
				placeholder: 'e.g. recruiter@example.com',
				description: "The email address that receives the candidate's reply",
			},
		],
	},
];

/** Builds the message for an item as Harver takes it, `undefined` for none. Throws NodeOperationError when it is incomplete. */
export function getMessage(context: IExecuteFunctions, itemIndex: number): IDataObject | undefined {
	if (context.getNodeParameter('emailCandidate', itemIndex, false) !== true) return undefined;
	const rows = getRows(context.getNodeParameter('messages', itemIndex, {}));
	const texts = rows.map(
		({ language, subject, text }) =>
			[toText(language), { mailTitle: toSingleLine(subject), mailBody: toText(text) }] as const,
	);
	const isIncomplete = texts.some(([language, { mailTitle, mailBody }]) =>
		[language, mailTitle, mailBody].includes(''),
	);
	if (texts.length === 0 || isIncomplete) {
		throw new NodeOperationError(context.getNode(), 'The message to the candidate is incomplete', {
			itemIndex,
			description:
				'Enter the subject and the text in at least one language, or turn off "Email the Candidate".',
		});
	}
	const { cc, replyTo } = context.getNodeParameter('messageOptions', itemIndex, {}) as IDataObject;
	const copies = parseList(cc);
	const replyToMail = toSingleLine(replyTo);
	return {
		...Object.fromEntries(texts),
		...(replyToMail === '' ? {} : { replyToMail }),
		...(copies.length === 0 ? {} : { ccMailsList: copies }),
	};
}

const whenRejected = { show: { status: ['rejected'] } };

/** Why an application is rejected (docs/harver-api.md, Changing an application). */
export const rejectionFields: INodeProperties[] = [
	{
		...resourceLocator({
			displayName: 'Rejection Reason',
			name: 'rejectionReason',
			description: 'The reason for the rejection, as listed in Harver',
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
		description: 'A note on the rejection for your colleagues in Harver',
		displayOptions: whenRejected,
	},
];

/** Builds the reason for a rejection as Harver takes it, `undefined` for none. */
export function getRejection(
	context: IExecuteFunctions,
	itemIndex: number,
): IDataObject | undefined {
	const reason = getTextParameter(context, itemIndex, 'rejectionReason');
	const note = getTextParameter(context, itemIndex, 'rejectionNote');
	if (reason === '' && note === '') return undefined;
	return { ...(reason === '' ? {} : { reason }), ...(note === '' ? {} : { note }) };
}
