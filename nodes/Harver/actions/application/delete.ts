import type {
	IExecuteFunctions,
	INodeExecutionData,
	INodeProperties,
	INodePropertyOptions,
} from 'n8n-workflow';

import { path } from '../../../shared/http/path';
import { applicationFields, getApplicationId } from '../../fields/application';
import { getIgnoreMissing, ignoreMissingField } from '../../fields/common';
import { harverRawRequest } from '../../transport/request';

export const option: INodePropertyOptions = {
	name: 'Delete',
	value: 'delete',
	action: 'Delete an application',
	description: 'Delete an application permanently. Harver allows this only to account admins.',
};

export const fields: INodeProperties[] = [...applicationFields, ignoreMissingField];

/**
 * Deletes an application (docs/harver-api.md, Changing an application) and returns `{ applicationId, deleted, wasMissing }`.
 * Throws NodeApiError; for a missing application only when *Ignore If Missing* is off.
 */
export async function execute(
	this: IExecuteFunctions,
	itemIndex: number,
): Promise<INodeExecutionData[]> {
	const applicationId = getApplicationId(this, itemIndex);
	const { statusCode } = await harverRawRequest(this, {
		method: 'DELETE',
		path: path`/applications/${applicationId}`,
		accept404: getIgnoreMissing(this, itemIndex),
		description: `delete the application ${applicationId}`,
		itemIndex,
	});
	return [{ json: { applicationId, deleted: true, wasMissing: statusCode === 404 } }];
}
