import type {
	IExecuteFunctions,
	INodeExecutionData,
	INodeProperties,
	INodePropertyOptions,
} from 'n8n-workflow';

import { path } from '../../../shared/http/path';
import {
	getRequiredParameter,
	getTextParameter,
	toSingleLine,
	toText,
} from '../../../shared/node/parameters';
import { parseTimestamp } from '../../../shared/node/parseTimestamp';
import { applicationFields, getApplicationId } from '../../fields/application';
import { listNotes } from '../../requests/notes';
import { harverRawRequest } from '../../transport/request';

/** How far Harver's clock and ours may differ, in milliseconds. */
const CLOCK_SKEW = 5 * 60_000;

export const option: INodePropertyOptions = {
	name: 'Create',
	value: 'create',
	action: 'Create a note',
	description: 'Add a note to an application',
};

export const fields: INodeProperties[] = [
	...applicationFields,
	{
		displayName: 'Text',
		name: 'text',
		type: 'string',
		typeOptions: { rows: 4 },
		default: '',
		required: true,
	},
	{
		displayName: 'Author',
		name: 'author',
		type: 'string',
		default: 'n8n',
		description: 'The name that Harver shows as the author',
	},
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add option',
		default: {},
		options: [
			{
				displayName: 'Skip If a Note Contains',
				name: 'skipIfNoteContains',
				type: 'string',
				default: '',
				description:
					'If a note on the application already contains this text, returns that note instead of creating another. Makes this step safe to repeat. Requires one more request to Harver.',
			},
		],
	},
];

/**
 * Creates a note (docs/harver-api.md, Notes). Harver returns nothing, so the item is what was sent with `created: true`, or
 * the note that contains the text of *Skip If a Note Contains* with `created: false`. When the answer is lost, the notes are
 * read before it is sent again. Throws NodeOperationError when the text is empty, NodeApiError.
 */
export async function execute(
	this: IExecuteFunctions,
	itemIndex: number,
): Promise<INodeExecutionData[]> {
	const applicationId = getApplicationId(this, itemIndex);
	const body = getRequiredParameter(this, itemIndex, 'text', 'note text');
	const author = toSingleLine(getTextParameter(this, itemIndex, 'author'));
	const { skipIfNoteContains } = this.getNodeParameter('options', itemIndex, {});

	const marker = toText(skipIfNoteContains);
	if (marker !== '') {
		const notes = await listNotes(this, applicationId, itemIndex);
		const existing = notes.find((note) => toText(note.body).includes(marker));
		if (existing) return [{ json: { ...existing, applicationId, created: false } }];
	}

	const since = Date.now() - CLOCK_SKEW;
	await harverRawRequest(this, {
		method: 'POST',
		path: path`/applications/${applicationId}/notes`,
		body: { data: { type: 'notes', attributes: { body, author } } },
		expects: 'nothing',
		findExisting: async () => {
			const notes = await listNotes(this, applicationId, itemIndex);
			return notes.find(
				(note) => toText(note.body) === body && (parseTimestamp(note.createdAt) ?? since) >= since,
			);
		},
		description: `create a note on the application ${applicationId}`,
		itemIndex,
	});
	return [{ json: { applicationId, body, author, created: true } }];
}
