import { path } from '../../shared/http/path';
import type { RequestContext } from '../../shared/http/types';
import { harverList } from '../transport/request';
import { asObject } from '../../shared/object';
import { toIsoDate } from '../../shared/node/parseTimestamp';

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
	return notes.map(buildNoteItem);
}

/** An application's note as an item: `{ id, body, author, createdAt, modifiedAt (ISO), … }` (docs/harver-api.md, Notes). */
export function buildNoteItem({
	id,
	attributes,
}: Record<string, unknown>): Record<string, unknown> {
	const { createdAt, modifiedAt, ...others } = asObject(attributes);
	return { id, ...others, createdAt: toIsoDate(createdAt), modifiedAt: toIsoDate(modifiedAt) };
}
