import type {
	IExecuteFunctions,
	INodeExecutionData,
	INodeProperties,
	INodePropertyOptions,
} from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

import { path } from '../../../shared/http/path';
import { requestReportLink } from '../../requests/reports';
import { applicationFields, getApplicationId } from '../../fields/application';

const SECONDS_PER_DAY = 86_400;
/** Harver's limits in seconds: two weeks and a year (docs/harver-api.md, Reports). */
const MIN_SECONDS = 1_209_600;
const MAX_SECONDS = 31_536_000;

export const option: INodePropertyOptions = {
	name: 'Get Reports Hub Link',
	value: 'getReportsHubLink',
	action: 'Get a reports hub link',
	description: 'Create a link to the reports that works without a Harver login',
};

export const fields: INodeProperties[] = [
	...applicationFields,
	{
		displayName: 'Valid for (Days)',
		name: 'validForDays',
		type: 'number',
		typeOptions: { minValue: 14, maxValue: 365 },
		default: 30,
		description:
			'How long the link works, from 14 to 365 days. Anyone who has the link can open it.',
	},
	{
		displayName: 'Show Personal Data',
		name: 'allowedPII',
		type: 'boolean',
		default: false,
		description:
			"Whether to show the candidate's name, email address and phone number in the reports",
	},
];

/**
 * Creates a shareable link: `{ applicationId, url, expiresAt }` (docs/harver-api.md, Reports). `expiresAt` (ISO) is calculated
 * here. Throws NodeOperationError when the days are outside Harver's limits, NodeApiError.
 */
export async function execute(
	this: IExecuteFunctions,
	itemIndex: number,
): Promise<INodeExecutionData[]> {
	const applicationId = getApplicationId(this, itemIndex);
	const expiresIn = getValidSeconds(this, itemIndex);
	const url = await requestReportLink(this, itemIndex, {
		applicationId,
		path: path`/applications/${applicationId}/reports/reports-hub`,
		query: {
			expiresIn,
			allowedPII: this.getNodeParameter('allowedPII', itemIndex, false) === true,
		},
		what: 'Reports Hub',
	});
	return [
		{
			json: {
				applicationId,
				url,
				expiresAt: new Date(Date.now() + expiresIn * 1000).toISOString(),
			},
		},
	];
}

function getValidSeconds(context: IExecuteFunctions, itemIndex: number): number {
	const seconds = Math.round(
		Number(context.getNodeParameter('validForDays', itemIndex)) * SECONDS_PER_DAY,
	);
	if (seconds >= MIN_SECONDS && seconds <= MAX_SECONDS) return seconds;
	throw new NodeOperationError(
		context.getNode(),
		'A Reports Hub link is valid for 14 to 365 days',
		{
			itemIndex,
			description: 'Change "Valid for (Days)".',
		},
	);
}
