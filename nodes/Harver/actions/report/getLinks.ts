import type {
	IExecuteFunctions,
	INodeExecutionData,
	INodeProperties,
	INodePropertyOptions,
} from 'n8n-workflow';

import { readReportLinks } from '../../requests/reports';
import { applicationFields, getApplicationId } from '../../fields/application';
import { getLanguageHeaders, languageOption } from '../../fields/common';

export const option: INodePropertyOptions = {
	name: 'Get Links',
	value: 'getLinks',
	action: 'Get the links of a report',
	description: 'Get links to the report, the fact sheet, and the page of the candidate in Harver',
};

export const fields: INodeProperties[] = [
	{
		displayName:
			'The links to the report and the fact sheet die after 15 minutes and open without a login: use Download for the files. The link to the page of the candidate lasts and needs a login to Harver.',
		name: 'linksNotice',
		type: 'notice',
		default: '',
	},
	...applicationFields,
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
 * Reads the links of a report: `{ applicationId, status, completed, report: { url, expiresAt }, factSheet: { url, expiresAt },
 * candidatePage: { url } }`, null for what there is none of yet (docs/harver-api.md, Reports). Throws
 * NodeOperationError for a language that is none, NodeApiError.
 */
export async function execute(
	this: IExecuteFunctions,
	itemIndex: number,
): Promise<INodeExecutionData[]> {
	const applicationId = getApplicationId(this, itemIndex);
	const headers = getLanguageHeaders(this, itemIndex);
	const links = await readReportLinks(this, itemIndex, applicationId, headers);
	return [{ json: { applicationId, ...links } }];
}
