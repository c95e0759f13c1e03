import type {
	IExecuteFunctions,
	INodeExecutionData,
	INodeProperties,
	INodePropertyOptions,
} from 'n8n-workflow';

import { getRequiredParameter } from '../../../shared/node/parameters';
import { path } from '../../../shared/http/path';
import { leverRequest } from '../../transport/request';

export const option: INodePropertyOptions = {
	name: 'Get',
	value: 'get',
	action: 'Get a contact',
	description: 'Get the name and contact details of a person',
};

export const fields: INodeProperties[] = [
	{
		displayName: 'Contact ID',
		name: 'contactId',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. 7f23e772-f2cb-4ebb-b33f-54b872999992',
		description:
			'The ID in the field <code>contact</code> of an opportunity. Lever has no list of contacts to choose from.',
	},
];

/** Reads one contact (docs/lever-api.md, Contacts). Throws NodeOperationError when none is given, NodeApiError. */
export async function execute(
	this: IExecuteFunctions,
	itemIndex: number,
): Promise<INodeExecutionData[]> {
	const id = getRequiredParameter(this, itemIndex, 'contactId', 'contact');
	return [
		{
			json: await leverRequest(this, {
				method: 'GET',
				path: path`/contacts/${id}`,
				description: `read the contact ${id}`,
				itemIndex,
			}),
		},
	];
}
