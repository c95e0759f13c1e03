import type { IDataObject, ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

import { matching } from '../../shared/matching';
import { asText } from '../../shared/parameters';
import { textsOfNote } from '../profile/notes';
import { profileRecords } from '../profile/records';
import { chosenId } from './chosenId';
import { dayOf } from './dayOf';
import { shown } from './shown';

const SHOWN = 80;

/** The notes of the opportunity chosen in the node, by their text (contract lever §2.4). */
export async function searchNotes(this: ILoadOptionsFunctions, filter?: string): Promise<INodeListSearchResult> {
	const notes = await profileRecords(this, { kind: 'notes', opportunityId: chosenId(this, 'opportunityId', 'opportunity') });
	const entries = notes.map((note) => ({ name: shown(beginningOf(note) || asText(note.id), [dayOf(note.createdAt)]), value: asText(note.id) }));
	return { results: matching(filter, entries) };
}

function beginningOf(note: IDataObject): string {
	const texts = textsOfNote(note).map(({ text }) => text);
	const line = texts.join(' ').replace(/\s+/gu, ' ').trim();
	return line.length <= SHOWN ? line : `${line.slice(0, SHOWN)}…`;
}
