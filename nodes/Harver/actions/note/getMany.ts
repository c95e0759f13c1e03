import type {
	IExecuteFunctions,
	INodeExecutionData,
	INodeProperties,
	INodePropertyOptions,
} from 'n8n-workflow';

import { getLimit, returnAllFields } from '../../../shared/node/returnAll';
import { readNotes } from '../../requests/notes';
import { applicationFields, getApplicationId } from '../../fields/application';

export const option: INodePropertyOptions = {
	name: 'Get Many',
	value: 'getMany',
	action: 'Get many notes',
	description: 'Read the notes on an application',
};

export const fields: INodeProperties[] = [...applicationFields, ...returnAllFields];

/** Reads notes: an item `{ id, applicationId, body, author, createdAt, modifiedAt }` each (docs/harver-api.md, Notes). Throws NodeApiError. */
export async function execute(
	this: IExecuteFunctions,
	itemIndex: number,
): Promise<INodeExecutionData[]> {
	const applicationId = getApplicationId(this, itemIndex);
	const notes = await readNotes(this, applicationId, itemIndex);
	return notes
		.slice(0, getLimit(this, itemIndex))
		.map((note) => ({ json: { ...note, applicationId } }));
}
