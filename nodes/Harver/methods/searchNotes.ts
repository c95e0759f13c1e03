import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

import { filterByName } from '../../shared/node/resourceLocator';
import { toText } from '../../shared/node/parameters';
import { readNotes } from '../application/readNotes';
import { chosenId } from './chosenId';

const LONGEST_NAME = 80;

/** The notes of the application chosen in the node, by the start of their text. Throws NodeOperationError when none is chosen. */
export async function searchNotes(
	this: ILoadOptionsFunctions,
	filter?: string,
): Promise<INodeListSearchResult> {
	const applicationId = chosenId(this, 'applicationId');
	if (applicationId === '') {
		throw new NodeOperationError(this.getNode(), 'Choose the application first', {
			description:
				'The list shows the notes of one application, so it needs its ID rather than an expression. Or give the ID of the note.',
		});
	}
	const notes = await readNotes(this, applicationId);
	const entries = notes.map(({ id, body }) => ({
		name: toText(body).slice(0, LONGEST_NAME) || toText(id),
		value: toText(id),
	}));
	return { results: filterByName(filter, entries) };
}
