import type {
	IExecuteFunctions,
	INodeExecutionData,
	INodeProperties,
	INodePropertyOptions,
} from 'n8n-workflow';

import { path } from '../../../shared/http/path';
import { getRequiredParameter, toText } from '../../../shared/node/parameters';
import { asObject, asObjects } from '../../../shared/object';
import {
	APPLICATION_STATUSES,
	applicationFields,
	getApplicationId,
} from '../../fields/application';
import {
	getMessage,
	getRejection,
	messageFields,
	rejectionFields,
} from '../../fields/statusChange';
import { readApplication } from '../../requests/application';
import { harverRawRequest } from '../../transport/request';

export const option: INodePropertyOptions = {
	name: 'Update Status',
	value: 'updateStatus',
	action: 'Update the status of an application',
	description: 'Change the status of an application and optionally email the candidate',
};

export const fields: INodeProperties[] = [
	...applicationFields,
	{
		displayName: 'Status',
		name: 'status',
		type: 'options',
		options: APPLICATION_STATUSES,
		default: 'shortlisted',
		required: true,
	},
	...rejectionFields,
	...messageFields,
];

/**
 * Sets the status of an application (docs/harver-api.md, Changing an application) and returns `{ applicationId, status,
 * changed, emailed }`. With a message, the status is read first, so a repeat sends no second email, and again when the answer
 * is lost. Throws NodeOperationError when the message is incomplete, NodeApiError.
 */
export async function execute(
	this: IExecuteFunctions,
	itemIndex: number,
): Promise<INodeExecutionData[]> {
	const applicationId = getApplicationId(this, itemIndex);
	const status = getRequiredParameter(this, itemIndex, 'status', 'status');
	const message = getMessage(this, itemIndex);
	const rejectionReasonData = status === 'rejected' ? getRejection(this, itemIndex) : undefined;

	const isSet = async (): Promise<boolean> =>
		(await readStatus(this, applicationId, itemIndex)) === status;
	if (message !== undefined && (await isSet()))
		return [{ json: { applicationId, status, changed: false, emailed: false } }];
	await harverRawRequest(this, {
		method: 'PATCH',
		path: path`/applications/${applicationId}`,
		body: {
			attributes: {
				status,
				...(message === undefined ? {} : { message }),
				...(rejectionReasonData === undefined ? {} : { rejectionReasonData }),
			},
		},
		...(message === undefined
			? {}
			: { findExisting: async () => ((await isSet()) ? {} : undefined) }),
		description: `set the status of the application ${applicationId} to "${status}"`,
		itemIndex,
	});
	return [{ json: { applicationId, status, changed: true, emailed: message !== undefined } }];
}

async function readStatus(
	context: IExecuteFunctions,
	applicationId: string,
	itemIndex: number,
): Promise<string> {
	const { data } = await readApplication(context, applicationId, { itemIndex });
	return toText(asObject(asObjects(data)[0]?.attributes).status);
}
