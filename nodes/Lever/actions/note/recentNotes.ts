import type { IDataObject } from 'n8n-workflow';

/** Milliseconds for which this process remembers what it wrote. */
const REMEMBERED_FOR = 10 * 60_000;
const MOST_REMEMBERED = 5000;

interface RecentNote {
	opportunityId: string;
	text: string;
	note: IDataObject;
	writtenAt: number;
}

const recent: RecentNote[] = [];

/** Remembers for some minutes, in this process alone, that a note was written. */
export function rememberNote(opportunityId: string, text: string, note: IDataObject, now = Date.now()): void {
	while (recent.length >= MOST_REMEMBERED || (recent[0] !== undefined && now - recent[0].writtenAt > REMEMBERED_FOR)) recent.shift();
	recent.push({ opportunityId, text, note: { id: note.id ?? note.noteId, opportunityId }, writtenAt: now });
}

/** A note with the marker in it that this process wrote on the profile within the last minutes: `{ id, opportunityId }`. */
export function recentNote(opportunityId: string, marker: string, now = Date.now()): IDataObject | undefined {
	return recent.find((one) => one.opportunityId === opportunityId && now - one.writtenAt <= REMEMBERED_FOR && one.text.includes(marker))?.note;
}
