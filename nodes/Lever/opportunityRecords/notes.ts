import type { IDataObject } from 'n8n-workflow';

import { path } from '../../shared/http/path';
import type { RequestContext } from '../../shared/http/types';
import { toText } from '../../shared/node/parameters';
import { leverList } from '../transport/request';

/** One text of a note and when it was written, in milliseconds. */
export interface NoteText {
	text: string;
	createdAt: number;
}

/** The texts of a note: each of its fields, such as a reply, has one (docs/lever-api.md, Notes). */
export function getNoteTexts({ fields, value, createdAt }: IDataObject): NoteText[] {
	const parts = [
		...(Array.isArray(fields) ? (fields as (IDataObject | null)[]) : []),
		{ value, createdAt },
	];
	return parts.flatMap((part) =>
		typeof part?.value === 'string'
			? [{ text: part.value, createdAt: Number(part.createdAt ?? createdAt ?? 0) }]
			: [],
	);
}

/**
 * The first note of an opportunity with a text that matches, or `undefined`; deleted notes are ignored (docs/lever-api.md,
 * Notes). Reads page by page and stops at the match. Throws NodeApiError.
 */
export async function findNote(
	context: RequestContext,
	opportunityId: string,
	itemIndex: number,
	matches: (noteText: NoteText) => boolean,
): Promise<IDataObject | undefined> {
	const [found] = await leverList(
		context,
		{
			method: 'GET',
			path: path`/opportunities/${opportunityId}/notes`,
			description: `read the notes of the opportunity ${opportunityId}`,
			itemIndex,
		},
		1,
		(note) => !note.deletedAt && getNoteTexts(note).some(matches),
	);
	return found && { ...found, opportunityId };
}

/** A note's text for comparison: Lever may change line ends and spaces when it stores one. */
export function normalizeNoteText(text: unknown): string {
	return toText(text).normalize('NFC').replace(/\s+/gu, ' ');
}
