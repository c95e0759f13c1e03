import type {
	IExecuteFunctions,
	INodeExecutionData,
	INodeProperties,
	INodePropertyOptions,
} from 'n8n-workflow';

import { path } from '../../../shared/http/path';
import { requestReportLink } from '../../requests/reports';
import { applicationFields, getApplicationId } from '../../fields/application';

export const option: INodePropertyOptions = {
	name: 'Get Interview Guide',
	value: 'getInterviewGuide',
	action: 'Get an interview guide',
	description: 'Get a link to the interview guide for a candidate',
};

export const fields: INodeProperties[] = [
	...applicationFields,
	{
		displayName: 'Valid for Two Months',
		name: 'extendedValidity',
		type: 'boolean',
		default: false,
		description: 'Whether to create a link that works for two months instead of a short time',
	},
];

/** Returns a link to the interview guide: `{ applicationId, url }` (docs/harver-api.md, Reports). Throws NodeApiError. */
export async function execute(
	this: IExecuteFunctions,
	itemIndex: number,
): Promise<INodeExecutionData[]> {
	const applicationId = getApplicationId(this, itemIndex);
	const extended = this.getNodeParameter('extendedValidity', itemIndex, false) === true;
	const url = await requestReportLink(this, itemIndex, {
		applicationId,
		path: path`/applications/${applicationId}/reports/interview-guides`,
		query: { extendedValidity: extended ? true : undefined },
		what: 'interview guide',
	});
	return [{ json: { applicationId, url } }];
}
