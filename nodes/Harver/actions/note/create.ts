import type {
	IExecuteFunctions,
	INodeExecutionData,
	INodeProperties,
	INodePropertyOptions,
	IDataObject,
} from 'n8n-workflow';

import { toText, getRequiredParameter, getTextParameter } from '../../../shared/node/parameters';
import { path } from '../../../shared/http/path';
import { applicationFields, getApplicationId } from '../../fields/application';
import { harverAnswer } from '../../transport/request';
import type { RequestContext } from '../../../shared/http/types';
import { readNotes } from '../../requests/notes';
import { parseTimestamp } from '../../../shared/node/parseTimestamp';

/** Milliseconds that Harver's clock and ours may differ by when a note just written is looked for. */
const CLOCK_DRIFT = 5 * 60_000;

export const option: INodePropertyOptions = {
	name: 'Create',
	value: 'create',
	action: 'Create a note',
	description: 'Write a note on an application',
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
					'When a note on the application holds this text already, none is written and that one is given: makes the step safe to repeat. One more request to Harver.',
			},
		],
	},
];

/**
 * Writes a note (docs/harver-api.md, Notes). Harver does not answer with the note, so the item is what
 * was written with `created: true`, or the note with the marker and `created: false`. When Harver fails without saying
 * whether it was written, the notes are looked through before it is written again. Throws NodeOperationError when the text
 * is empty, NodeApiError.
 */
export async function execute(
	this: IExecuteFunctions,
	itemIndex: number,
): Promise<INodeExecutionData[]> {
	const applicationId = getApplicationId(this, itemIndex);
	const body = getRequiredParameter(this, itemIndex, 'text', 'text of the note');
	const author = getTextParameter(this, itemIndex, 'author');
	const { skipIfNoteContains } = this.getNodeParameter('options', itemIndex, {});

	const marker = toText(skipIfNoteContains);
	const existing =
		marker === ''
			? undefined
			: await findNote(this, applicationId, itemIndex, (note) => note.body.includes(marker));
	if (existing) return [{ json: { ...existing, applicationId, created: false } }];

	const since = Date.now() - CLOCK_DRIFT;
	await harverAnswer(this, {
		method: 'POST',
		path: path`/applications/${applicationId}/notes`,
		body: { data: { type: 'notes', attributes: { body, author } } },
		findExisting: async () =>
			await findNote(
				this,
				applicationId,
				itemIndex,
				(note) => note.body.trim() === body && note.createdAt >= since,
			),
		description: `write a note on the application ${applicationId}`,
		itemIndex,
	});
	return [{ json: { applicationId, body, author, created: true } }];
}

/**
 * The first note of an application that meets the test, or `undefined`. The test gets its text and when it was written, in
 * milliseconds since 1970 (0 when Harver does not say). Throws NodeApiError.
 */
export async function findNote(
	context: RequestContext,
	applicationId: string,
	itemIndex: number,
	matches: (note: { body: string; createdAt: number }) => boolean,
): Promise<IDataObject | undefined> {
	const notes = await readNotes(context, applicationId, itemIndex);
	return notes.find(({ body, createdAt }) =>
		matches({ body: toText(body), createdAt: parseTimestamp(createdAt) ?? 0 }),
	) as IDataObject | undefined;
}
