import { path } from '../../shared/http/path';
import type { RequestContext } from '../../shared/http/types';
import { noteItem } from '../records/note';
import { harverList } from '../transport/request';

/** The notes of an application (docs/harver-api.md, Notes). Throws NodeApiError. */
export async function readNotes(
	context: RequestContext,
	applicationId: string,
	itemIndex?: number,
): Promise<Record<string, unknown>[]> {
	const notes = await harverList(context, {
		method: 'GET',
		path: path`/applications/${applicationId}/notes`,
		description: `read the notes of the application ${applicationId}`,
		itemIndex,
	});
	return notes.map(noteItem);
}
