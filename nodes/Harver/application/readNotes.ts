import { path } from '../../shared/path';
import type { RequestContext } from '../../shared/service';
import { noteItem } from '../records/note';
import { harverList } from '../transport/request';

/** The notes of an application (contract harver, `GET applications/{id}/notes`). Throws NodeApiError. */
export async function readNotes(
	context: RequestContext,
	applicationId: string,
	itemIndex?: number,
): Promise<Record<string, unknown>[]> {
	const notes = await harverList(context, {
		method: 'GET',
		path: path`/applications/${applicationId}/notes`,
		task: `read the notes of the application ${applicationId}`,
		itemIndex,
	});
	return notes.map(noteItem);
}
