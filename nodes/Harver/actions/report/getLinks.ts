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
	description: "Get links to the report, the fact sheet, and the candidate's page in Harver",
};

export const fields: INodeProperties[] = [
	{
		displayName:
			"The links to the report and the fact sheet expire after 15 minutes and open without a login. To keep the files, use Download instead. The link to the candidate's page does not expire and requires a Harver login.",
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
 * Returns the links of a report: `{ applicationId, status, completed, report: { url, expiresAt }, factSheet: { url, expiresAt },
 * candidatePage: { url } }`, each null if it does not exist yet (docs/harver-api.md, Reports).
 * Throws NodeOperationError when the language is not a language code, NodeApiError.
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
