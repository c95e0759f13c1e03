import type {
	IExecuteFunctions,
	INodeExecutionData,
	INodeProperties,
	INodePropertyOptions,
} from 'n8n-workflow';

import { getLimit, returnAllFields } from '../../../shared/node/returnAll';
import { listNotes } from '../../requests/notes';
import { applicationFields, getApplicationId } from '../../fields/application';

export const option: INodePropertyOptions = {
	name: 'Get Many',
	value: 'getMany',
	action: 'Get many notes',
	description: 'List the notes on an application',
};

export const fields: INodeProperties[] = [...applicationFields, ...returnAllFields];

/** Lists notes, each as an item `{ id, applicationId, body, author, createdAt, modifiedAt }` (docs/harver-api.md, Notes). Throws NodeApiError. */
export async function execute(
	this: IExecuteFunctions,
	itemIndex: number,
): Promise<INodeExecutionData[]> {
	const applicationId = getApplicationId(this, itemIndex);
	const notes = await listNotes(this, applicationId, itemIndex);
	return notes
		.slice(0, getLimit(this, itemIndex))
		.map((note) => ({ json: { ...note, applicationId } }));
}
