import type {
	IExecuteFunctions,
	INodeExecutionData,
	INodeProperties,
	INodePropertyOptions,
} from 'n8n-workflow';

import { path } from '../../../shared/http/path';
import { applicationFields, getApplicationId } from '../../fields/application';
import { harverRecord } from '../../transport/request';

export const option: INodePropertyOptions = {
	name: 'Get Reapply Status',
	value: 'getReapplyStatus',
	action: 'Get the reapply status of an application',
	description: 'Check whether the candidate may apply again',
};

export const fields: INodeProperties[] = applicationFields;

/** Returns whether the candidate may apply again: `{ applicationId, canReapply }` (docs/harver-api.md, Changing an application). Throws NodeApiError. */
export async function execute(
	this: IExecuteFunctions,
	itemIndex: number,
): Promise<INodeExecutionData[]> {
	const applicationId = getApplicationId(this, itemIndex);
	const { canReapply } = await harverRecord(this, {
		method: 'GET',
		path: path`/applications/${applicationId}/reapply/status`,
		isComplete: (status) => typeof status.canReapply === 'boolean',
		description: `read whether the candidate of the application ${applicationId} may apply again`,
		itemIndex,
	});
	return [{ json: { applicationId, canReapply } }];
}
