import type { IDataObject } from 'n8n-workflow';

import { path } from '../../../shared/http/path';
import type { RequestContext } from '../../../shared/http/types';
import { textsOfNote } from '../../profile/notes';
import { leverPage, PAGE_SIZE } from '../../transport/request';

/**
 * The first note on a profile of which a text meets the test, or `undefined`; deleted ones are none (docs/lever-api.md, Notes).
 * Throws NodeApiError.
 */
export async function findNote(
	context: RequestContext,
	opportunityId: string,
	itemIndex: number,
	matches: (text: string, createdAt: number) => boolean,
): Promise<IDataObject | undefined> {
	let offset: string | undefined;
	do {
		const page = await leverPage(
			context,
			{
				method: 'GET',
				path: path`/opportunities/${opportunityId}/notes`,
				query: { limit: PAGE_SIZE },
				description: `read the notes of the opportunity ${opportunityId}`,
				itemIndex,
			},
			offset,
		);
		const found = page.records.find(
			(note) =>
				!note.deletedAt &&
				textsOfNote(note).some(({ text, createdAt }) => matches(text, createdAt)),
		);
		if (found) return { ...found, opportunityId };
		offset = page.next;
	} while (offset !== undefined);
	return undefined;
}
