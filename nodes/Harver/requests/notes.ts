import type { IDataObject } from 'n8n-workflow';

import { path } from '../../shared/http/path';
import type { RequestContext } from '../../shared/http/types';
import { toIsoDate } from '../../shared/node/parseTimestamp';
import { asObject } from '../../shared/object';
import { harverList } from '../transport/request';

/** Lists the notes of an application, each as `{ id, body, author, createdAt, modifiedAt, … }` with ISO dates (docs/harver-api.md, Notes). Throws NodeApiError. */
export async function listNotes(
	context: RequestContext,
	applicationId: string,
	itemIndex?: number,
): Promise<IDataObject[]> {
	const notes = await harverList(context, {
		method: 'GET',
		path: path`/applications/${applicationId}/notes`,
		description: `read the notes of the application ${applicationId}`,
		itemIndex,
	});
	return notes.map(({ id, attributes }) => {
		const { createdAt, modifiedAt, ...others } = asObject(attributes);
		return { id, ...others, createdAt: toIsoDate(createdAt), modifiedAt: toIsoDate(modifiedAt) };
	});
}
