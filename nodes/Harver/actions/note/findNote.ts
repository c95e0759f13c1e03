import type { IDataObject } from 'n8n-workflow';

import { toText } from '../../../shared/node/parameters';
import type { RequestContext } from '../../../shared/http/types';
import { readNotes } from '../../application/readNotes';
import { parseTimestamp } from '../../../shared/node/parseTimestamp';

/**
 * The first note of an application that meets the test, or `undefined`. The test gets its text and when it was written, in
 * milliseconds since 1970 (0 when Harver does not say). Throws NodeApiError.
 */
export async function findNote(
	context: RequestContext,
	applicationId: string,
	itemIndex: number,
	matches: (note: { body: string; createdAt: number }) => boolean,
): Promise<IDataObject | undefined> {
	const notes = await readNotes(context, applicationId, itemIndex);
	return notes.find(({ body, createdAt }) =>
		matches({ body: toText(body), createdAt: parseTimestamp(createdAt) ?? 0 }),
	) as IDataObject | undefined;
}
