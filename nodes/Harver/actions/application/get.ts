import type {
	IDataObject,
	IExecuteFunctions,
	INodeExecutionData,
	INodeProperties,
	INodePropertyOptions,
} from 'n8n-workflow';

import { readApplication } from '../../application/readApplication';
import { applicationFields, applicationIdOf } from '../../fields/application';
import { includesField, includesOf } from '../../fields/includes';
import { languageHeaders, languageOption } from '../../fields/language';
import { applicationItem } from '../../records/application';

export const option: INodePropertyOptions = {
	name: 'Get',
	value: 'get',
	action: 'Get an application',
	description: 'Read how a candidate stands, with score, IDs in Lever and links to the report',
};

export const fields: INodeProperties[] = [
	...applicationFields,
	includesField,
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add option',
		default: {},
		options: [languageOption],
	},
];

/**
 * Reads one application; the item's shape is that of `applicationItem` (docs/harver-api.md, Reading an application). Throws
 * NodeOperationError for a language that is none, NodeApiError.
 */
export async function execute(
	this: IExecuteFunctions,
	itemIndex: number,
): Promise<INodeExecutionData[]> {
	const applicationId = applicationIdOf(this, itemIndex);
	const includes = includesOf(this, itemIndex);
	const headers = languageHeaders(this, itemIndex, this.getNodeParameter('options', itemIndex, {}));
	const document = await readApplication(this, applicationId, { includes, headers, itemIndex });
	return [{ json: applicationItem(document, includes) as IDataObject }];
}
