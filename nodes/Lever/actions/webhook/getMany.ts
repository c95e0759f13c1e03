import type {
	IDataObject,
	IExecuteFunctions,
	INodeExecutionData,
	INodeProperties,
	INodePropertyOptions,
} from 'n8n-workflow';

import { getLimit, returnAllFields } from '../../../shared/node/returnAll';
import { leverPage } from '../../transport/request';

export const option: INodePropertyOptions = {
	name: 'Get Many',
	value: 'getMany',
	action: 'Get many webhooks',
	description: "List the account's webhooks, for example to find missing or leftover ones",
};

export const fields: INodeProperties[] = returnAllFields;

/**
 * Lists the webhooks: an item `{ id, event, url, origins, createdAt, updatedAt }` each, never a signature token (docs/lever-api.md,
 * Webhooks: the list is not paged). Throws NodeApiError.
 */
export async function execute(
	this: IExecuteFunctions,
	itemIndex: number,
): Promise<INodeExecutionData[]> {
	const { records } = await leverPage(this, {
		method: 'GET',
		path: '/webhooks',
		description: 'list the webhooks',
		itemIndex,
	});
	return records
		.slice(0, getLimit(this, itemIndex))
		.map((webhook) => ({ json: webhookItem(webhook) }));
}

function webhookItem({
	id,
	event,
	url,
	configuration,
	createdAt,
	updatedAt,
}: IDataObject): IDataObject {
	const conditions = (configuration as IDataObject | undefined)?.conditions as
		IDataObject | undefined;
	return { id, event, url, origins: conditions?.origins ?? [], createdAt, updatedAt };
}
