import type {
	IExecuteFunctions,
	INodeExecutionData,
	INodeProperties,
	INodePropertyOptions,
} from 'n8n-workflow';

import { resourceLocator } from '../../../shared/node/resourceLocator';
import { getRequiredParameter } from '../../../shared/node/parameters';
import { path } from '../../../shared/http/path';
import { applicationFields, getApplicationId } from '../../fields/application';
import { getIgnoreMissing, ignoreMissingField } from '../../fields/common';
import { harverRawRequest } from '../../transport/request';

export const option: INodePropertyOptions = {
	name: 'Delete',
	value: 'delete',
	action: 'Delete a note',
	description: 'Delete a note from an application',
};

export const fields: INodeProperties[] = [
	...applicationFields,
	resourceLocator({
		displayName: 'Note',
		name: 'noteId',
		description: 'The list shows the notes of the application above',
		searchMethod: 'searchNotes',
		idPlaceholder: 'e.g. 61c2d3e4f5061728394a5b6c',
	}),
	ignoreMissingField,
];

/**
 * Deletes a note (docs/harver-api.md, Notes) and returns `{ applicationId, noteId, deleted, wasMissing }`. Throws
 * NodeApiError; for a missing note only when *Ignore If Missing* is off.
 */
export async function execute(
	this: IExecuteFunctions,
	itemIndex: number,
): Promise<INodeExecutionData[]> {
	const applicationId = getApplicationId(this, itemIndex);
	const noteId = getRequiredParameter(this, itemIndex, 'noteId', 'note');
	const { statusCode } = await harverRawRequest(this, {
		method: 'DELETE',
		path: path`/applications/${applicationId}/notes/${noteId}`,
		accept404: getIgnoreMissing(this, itemIndex),
		description: `delete the note ${noteId} of the application ${applicationId}`,
		itemIndex,
	});
	return [{ json: { applicationId, noteId, deleted: true, wasMissing: statusCode === 404 } }];
}
