import type { IDataObject } from 'n8n-workflow';

/** Milliseconds for which this process remembers what it wrote. */
const REMEMBERED_FOR = 10 * 60_000;
const MOST_REMEMBERED = 5000;

interface RecentNote {
	opportunityId: string;
	text: string;
	/** Without it, nobody knows whether the note was written. */
	note?: IDataObject;
	writtenAt: number;
}

const recent: RecentNote[] = [];

/** Remembers for some minutes, in this process alone, that a note was written. */
export function rememberNote(opportunityId: string, text: string, note: IDataObject, now = Date.now()): void {
	remember({ opportunityId, text, note: { id: note.id ?? note.noteId, opportunityId }, writtenAt: now });
}

/** Remembers as long that a note may have been written: the write failed without an answer. */
export function doubtNote(opportunityId: string, text: string, now = Date.now()): void {
	remember({ opportunityId, text, writtenAt: now });
}

function remember(one: RecentNote): void {
	const now = one.writtenAt;
	while (recent.length >= MOST_REMEMBERED || (recent[0] !== undefined && now - recent[0].writtenAt > REMEMBERED_FOR)) recent.shift();
	recent.push(one);
}

/** A note with the marker in it that this process wrote on the profile within the last minutes: `{ id, opportunityId }`. */
export function recentNote(opportunityId: string, marker: string, now = Date.now()): IDataObject | undefined {
	return recentOnes(opportunityId, marker, now).find(({ note }) => note !== undefined)?.note;
}

/** Whether this process has tried within the last minutes to write a note with the marker in it and does not know if it is there. */
export function isNoteInDoubt(opportunityId: string, marker: string, now = Date.now()): boolean {
	return recentOnes(opportunityId, marker, now).some(({ note }) => note === undefined);
}

function recentOnes(opportunityId: string, marker: string, now: number): RecentNote[] {
	return recent.filter((one) => one.opportunityId === opportunityId && now - one.writtenAt <= REMEMBERED_FOR && one.text.includes(marker));
}
