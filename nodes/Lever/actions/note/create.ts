import type {
	IDataObject,
	IExecuteFunctions,
	INodeExecutionData,
	INodeProperties,
	INodePropertyOptions,
} from 'n8n-workflow';

import { withLock } from '../../../shared/http/withLock';
import { toText, getRequiredParameter, withoutUndefined } from '../../../shared/node/parameters';
import { path } from '../../../shared/http/path';
import type { ServiceRequest } from '../../../shared/http/types';
import { opportunityField, opportunityIdOf } from '../../fields/opportunity';
import { actingUser, performAsField } from '../../fields/performAs';
import { findNote } from './findNote';
import { maySkipLookUp } from '../../profile/RecentWrites';
import { recentNotes } from './recentNotes';
import { leverRequest } from '../../transport/request';

/** Milliseconds that Lever's clock and ours may differ by when a note just written is looked for. */
const CLOCK_DRIFT = 5 * 60_000;

export const option: INodePropertyOptions = {
	name: 'Create',
	value: 'create',
	action: 'Create a note',
	description: 'Write a comment on the profile of a candidate',
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
		description: 'The comment. @username notifies that Lever user.',
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
				description: 'Whether Lever tells the followers of the candidate',
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
				description: 'A score from 1 to 4 beside the comment',
			},
			{
				displayName: 'Secret',
				name: 'secret',
				type: 'boolean',
				default: false,
				description: 'Whether only people with access to secret notes see it',
			},
			{
				displayName: 'Skip If a Note Contains',
				name: 'skipIfNoteContains',
				type: 'string',
				default: '',
				description:
					'When a note on the profile holds this text already, none is written and that one is given: makes the step safe to repeat. One more request to Lever.',
			},
			{
				displayName: 'Skip the Look-Up',
				name: 'skipLookUp',
				type: 'boolean',
				default: false,
				description:
					'Whether it is known that no note with that text is there yet, such as right after a first invitation: saves the request. What this n8n process wrote in the last minutes is recognised all the same.',
			},
			{
				displayName: 'Thread Under Note ID',
				name: 'noteId',
				type: 'string',
				default: '',
				description: 'Adds the text as a reply to that note',
			},
		],
	},
];

/**
 * Writes a note (docs/lever-api.md, Notes) and gives it, with `created: false` when one with the marker was there already.
 * Notes with one marker for one profile go one after another in this process, so that two at the same instant end in one.
 * Throws NodeOperationError when the text is empty, NodeApiError.
 */
export async function execute(
	this: IExecuteFunctions,
	itemIndex: number,
): Promise<INodeExecutionData[]> {
	const opportunityId = opportunityIdOf(this, itemIndex);
	const value = getRequiredParameter(this, itemIndex, 'text', 'text of the note');
	const { skipIfNoteContains, skipLookUp } = this.getNodeParameter('options', itemIndex, {});
	const marker = toText(skipIfNoteContains);
	if (marker === '') return [{ json: await write(this, itemIndex, opportunityId, value) }];
	// Two executions at the same instant must not both find nothing.
	return await withLock(`note ${opportunityId}`, async () => {
		const isIt = (text: string): boolean => text.includes(marker);
		const existing =
			maySkipLookUp(this, skipLookUp) && !recentNotes.isInDoubt(opportunityId, isIt)
				? recentNotes.find(opportunityId, isIt)
				: await findNote(this, opportunityId, itemIndex, isIt);
		return [
			{
				json: existing
					? { ...existing, created: false }
					: await write(this, itemIndex, opportunityId, value),
			},
		];
	});
}

async function write(
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
	const userId = await actingUser(context, itemIndex);
	const request: ServiceRequest = {
		method: 'POST',
		path: path`/opportunities/${opportunityId}/notes`,
		query: { perform_as: userId, note_id: toText(noteId) },
		body: { value, ...withoutUndefined({ notifyFollowers, score, secret }) },
		findExisting: async () =>
			await findNote(
				context,
				opportunityId,
				itemIndex,
				(text, createdAt) => text === value && createdAt >= startedAt - CLOCK_DRIFT,
			),
		description: `write a note on the opportunity ${opportunityId}`,
		itemIndex,
	};
	const idOf = (note: IDataObject): IDataObject => ({ id: note.id ?? note.noteId, opportunityId });
	const note = await recentNotes.writing(
		opportunityId,
		value,
		async () => await leverRequest(context, request),
		idOf,
	);
	return { ...note, ...idOf(note), created: true };
}
