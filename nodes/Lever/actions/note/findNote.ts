import type { IDataObject } from 'n8n-workflow';

import { path } from '../../../shared/path';
import type { RequestContext } from '../../../shared/service';
import { leverPage, PAGE_SIZE } from '../../transport/request';

/**
 * The first note on a profile of which a text meets the test, or `undefined`. Texts stand in a note's fields (contract
 * lever §2.4). Throws NodeApiError.
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
				task: `read the notes of the opportunity ${opportunityId}`,
				itemIndex,
			},
			offset,
		);
		const found = page.records.find((note) => textsOf(note).some((text) => matches(text, Number(note.createdAt ?? 0))));
		if (found) return { ...found, opportunityId };
		offset = page.next;
	} while (offset !== undefined);
	return undefined;
}

function textsOf({ fields, value }: IDataObject): string[] {
	const texts: unknown[] = Array.isArray(fields) ? fields.map((field) => (field as IDataObject | null)?.value) : [];
	return [...texts, value].filter((text) => typeof text === 'string');
}
