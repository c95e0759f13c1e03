import type { IDataObject, ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

import { matching } from '../../shared/matching';
import { asText } from '../../shared/parameters';
import { textsOfNote } from '../profile/notes';
import { profileRecords } from '../profile/records';
import { chosenId } from './chosenId';
import { dayOf } from './dayOf';

const SHOWN = 80;

/** The notes of the opportunity chosen in the node, by their text (contract lever §2.4). */
export async function searchNotes(
	this: ILoadOptionsFunctions,
	filter?: string,
): Promise<INodeListSearchResult> {
	const notes = await profileRecords(this, {
		kind: 'notes',
		opportunityId: chosenId(this, 'opportunityId', 'opportunity'),
	});
	const entries = notes.map((note) => ({
		name: [dayOf(note.createdAt), textOf(note)].filter((part) => part !== '').join(' '),
		value: asText(note.id),
	}));
	return {
		results: matching(filter, entries).map(({ name, value }) => ({
			name: beginningOf(name),
			value,
		})),
	};
}

function textOf(note: IDataObject): string {
	const texts = textsOfNote(note).map(({ text }) => text);
	return texts.join(' ').replace(/\s+/gu, ' ').trim() || asText(note.id);
}

function beginningOf(line: string): string {
	return line.length <= SHOWN ? line : `${line.slice(0, SHOWN)}…`;
}
