import type { IDataObject, ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

import { filterByName } from '../../shared/node/resourceLocator';
import { toText } from '../../shared/node/parameters';
import { textsOfNote } from '../profile/notes';
import { profileRecords } from '../profile/records';
import { chosenId } from './chosenId';
import { dayOf } from './dayOf';

const SHOWN = 80;

/** The notes of the opportunity chosen in the node, by their text (docs/lever-api.md, Notes). */
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
		value: toText(note.id),
	}));
	return {
		results: filterByName(filter, entries).map(({ name, value }) => ({
			name: beginningOf(name),
			value,
		})),
	};
}

function textOf(note: IDataObject): string {
	const texts = textsOfNote(note).map(({ text }) => text);
	return texts.join(' ').replace(/\s+/gu, ' ').trim() || toText(note.id);
}

function beginningOf(line: string): string {
	return line.length <= SHOWN ? line : `${line.slice(0, SHOWN)}…`;
}
