import type {
	IExecuteFunctions,
	INodeExecutionData,
	INodeProperties,
	INodePropertyOptions,
} from 'n8n-workflow';

import { limitOf, returnAllFields } from '../../../shared/returnAll';
import { readNotes } from '../../application/readNotes';
import { applicationFields, applicationIdOf } from '../../fields/application';

export const option: INodePropertyOptions = {
	name: 'Get Many',
	value: 'getMany',
	action: 'Get many notes',
	description: 'Read the notes on an application',
};

export const fields: INodeProperties[] = [...applicationFields, ...returnAllFields];

/** Reads notes: an item `{ id, applicationId, body, author, createdAt, modifiedAt }` each (contract harver, notes). Throws NodeApiError. */
export async function execute(
	this: IExecuteFunctions,
	itemIndex: number,
): Promise<INodeExecutionData[]> {
	const applicationId = applicationIdOf(this, itemIndex);
	const notes = await readNotes(this, applicationId, itemIndex);
	return notes
		.slice(0, limitOf(this, itemIndex))
		.map((note) => ({ json: { ...note, applicationId } }));
}
