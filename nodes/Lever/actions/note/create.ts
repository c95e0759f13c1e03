import type {
	IDataObject,
	IExecuteFunctions,
	INodeExecutionData,
	INodeProperties,
	INodePropertyOptions,
} from 'n8n-workflow';

import { hasId } from '../../../shared/http/responseBody';
import { path } from '../../../shared/http/path';
import { withLock } from '../../../shared/http/withLock';
import { getRequiredParameter, toText, withoutUndefined } from '../../../shared/node/parameters';
import { getOpportunityId, opportunityField } from '../../fields/common';
import { getPerformAs, performAsField } from '../../fields/performAs';
import { findNote, normalizeNoteText } from '../../opportunityRecords/notes';
import { canSkipLookup, getWriteKey, rememberWrite } from '../../opportunityRecords/recentWrites';
import { leverRequest } from '../../transport/request';

/** How far Lever's clock and ours may differ when a note just written is looked for, in milliseconds. */
const CLOCK_SKEW = 5 * 60_000;

export const option: INodePropertyOptions = {
	name: 'Create',
	value: 'create',
	action: 'Create a note',
	description: "Add a note to a candidate's profile",
};

export const fields: INodeProperties[] = [
	opportunityField,
	{
		displayName: 'Text',
		name: 'text',
		type: 'string',
		typeOptions: { rows: 4 },
		default: '',
		required: true,
		description: 'The text of the note. Use @username to notify a Lever user.',
	},
	performAsField,
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add option',
		default: {},
		options: [
			{
				displayName: 'Notify Followers',
				name: 'notifyFollowers',
				type: 'boolean',
				default: false,
				description: 'Whether to notify the followers of the opportunity',
			},
			{
				displayName: 'Score',
				name: 'score',
				type: 'options',
				options: [
					{ name: '1', value: 1 },
					{ name: '2', value: 2 },
					{ name: '3', value: 3 },
					{ name: '4', value: 4 },
				],
				default: 3,
				description: 'A score from 1 to 4, shown with the note',
			},
			{
				displayName: 'Secret',
				name: 'secret',
				type: 'boolean',
				default: false,
				description: 'Whether to show the note only to users with access to secret notes',
			},
			{
				displayName: 'Skip If a Note Contains',
				name: 'skipIfNoteContains',
				type: 'string',
				default: '',
				placeholder: 'e.g. Harver application {{ $json.applicationId }}',
				description:
					'If a note on the profile already contains this text, returns that note instead of creating another. Makes this step safe to repeat. Requires one more request to Lever.',
			},
			{
				displayName: 'Skip Lookup',
				name: 'skipLookup',
				type: 'boolean',
				default: false,
				description:
					'Whether to create the note without checking for an existing one first. Saves one request when you know there is none, for example after a first invitation. Ignored when an execution is retried, and for ten minutes after this n8n process adds a note to the profile.',
			},
			{
				displayName: 'Thread Under Note ID',
				name: 'noteId',
				type: 'string',
				default: '',
				description: 'Adds the text as a reply to this note',
			},
		],
	},
];

/**
 * Creates a note (docs/lever-api.md, Notes) and returns it with `created: true`, or an existing one that contains the marker
 * with `created: false`. Throws NodeOperationError when the text is empty, NodeApiError.
 */
export async function execute(
	this: IExecuteFunctions,
	itemIndex: number,
): Promise<INodeExecutionData[]> {
	const opportunityId = getOpportunityId(this, itemIndex);
	const value = getRequiredParameter(this, itemIndex, 'text', 'note text');
	const { skipIfNoteContains, skipLookup } = this.getNodeParameter('options', itemIndex, {});
	const marker = normalizeNoteText(skipIfNoteContains);
	if (marker === '') return [{ json: await createNote(this, itemIndex, opportunityId, value) }];

	// Concurrent executions must not each find no note and create one.
	return await withLock(`note ${opportunityId}`, async () => {
		const writeKey = await getWriteKey(this, { kind: 'notes', opportunityId });
		const existing = canSkipLookup(this, skipLookup, writeKey)
			? undefined
			: await findNote(this, opportunityId, itemIndex, ({ text }) =>
					normalizeNoteText(text).includes(marker),
				);
		const json = existing
			? { ...existing, created: false }
			: await createNote(this, itemIndex, opportunityId, value);
		return [{ json }];
	});
}

async function createNote(
	context: IExecuteFunctions,
	itemIndex: number,
	opportunityId: string,
	value: string,
): Promise<IDataObject> {
	const { notifyFollowers, score, secret, noteId } = context.getNodeParameter(
		'options',
		itemIndex,
		{},
	);
	const startedAt = Date.now();
	const query = {
		perform_as: await getPerformAs(context, itemIndex),
		note_id: toText(noteId) || undefined,
	};
	rememberWrite(await getWriteKey(context, { kind: 'notes', opportunityId }));
	const note = await leverRequest(context, {
		method: 'POST',
		path: path`/opportunities/${opportunityId}/notes`,
		query,
		body: { value, ...withoutUndefined({ notifyFollowers, score, secret }) },
		isComplete: (note) => hasId({ id: note.id ?? note.noteId }),
		findExisting: async () =>
			await findNote(
				context,
				opportunityId,
				itemIndex,
				({ text, createdAt }) =>
					normalizeNoteText(text) === normalizeNoteText(value) &&
					createdAt >= startedAt - CLOCK_SKEW,
			),
		description: `create a note on the opportunity ${opportunityId}`,
		itemIndex,
	});
	return { ...note, id: note.id ?? note.noteId, opportunityId, created: true };
}
