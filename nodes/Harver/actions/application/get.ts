import type {
	IDataObject,
	IExecuteFunctions,
	INodeExecutionData,
	INodeProperties,
	INodePropertyOptions,
} from 'n8n-workflow';

import { parseList } from '../../../shared/node/parameters';
import { applicationFields, getApplicationId } from '../../fields/application';
import { getLanguageHeaders, languageOption } from '../../fields/common';
import { buildApplicationItem } from '../../items/application';
import { readApplication } from '../../requests/application';

export const option: INodePropertyOptions = {
	name: 'Get',
	value: 'get',
	action: 'Get an application',
	description: 'Get the status, the score, the Lever IDs, and links to the report',
};

const includesField: INodeProperties = {
	displayName: 'Include',
	name: 'includes',
	type: 'multiOptions',
	options: [
		{ name: 'Account Questions', value: 'account-questions' },
		{ name: 'Additional Info', value: 'additional-info' },
		{ name: 'Application Locations', value: 'application-locations' },
		{
			name: 'ATS Parameters',
			value: 'ats',
			description: 'The values sent with the invitation, including the Lever IDs',
		},
		{ name: 'Availability', value: 'availability' },
		{ name: 'Consents', value: 'consents' },
		{ name: 'Cover Letter', value: 'cover-letter' },
		{ name: 'Custom Document', value: 'custom-document' },
		{ name: 'Diagnostics', value: 'diagnostics' },
		{ name: 'Fraud Flags', value: 'fraud-flags' },
		{ name: 'Grading', value: 'grading' },
		{ name: 'Job Functions', value: 'job-functions' },
		{ name: 'Location Specific Question', value: 'location-specific-question' },
		{ name: 'Locations', value: 'locations' },
		{ name: 'Matching Indicators', value: 'matching-indicators' },
		{
			name: 'Matching Results',
			value: 'matching-results',
			description: 'The score, the weight, and pass or fail of each module',
		},
		{ name: 'Open Question', value: 'open-question' },
		{
			name: 'Open Questions (Legacy)',
			value: 'open-questions',
			description: 'Harver recommends Open Question instead',
		},
		{ name: 'Personal Info', value: 'personal-info' },
		{
			name: 'Personal Information',
			value: 'personal-information',
			description: 'The newer version of the Personal Info module',
		},
		{ name: 'Proctoring', value: 'proctoring' },
		{ name: 'Profile Photo', value: 'profile-photo' },
		{
			name: 'Report',
			value: 'report',
			description:
				"Links to the report and the fact sheet, which expire after 15 minutes, and to the candidate's page in Harver",
		},
		{ name: 'Resume', value: 'resume' },
		{ name: 'Sessions', value: 'sessions' },
		{
			name: 'Smart Job Navigator',
			value: 'smart-job-navigator',
			description: 'Available once the candidate has finished',
		},
		{ name: 'Vacancy', value: 'vacancy', description: 'The name and location of the vacancy' },
		{ name: 'Video Interviews', value: 'video-interviews' },
		{ name: 'Video Pitches', value: 'video-pitches' },
		{ name: 'Virtual Interviews', value: 'virtual-interviews' },
	],
	default: ['ats', 'vacancy'],
	description:
		'Additional data to return. Choose only modules that your Harver account has. If one is missing, Harver rejects the whole request.',
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
 * Returns one application, in the shape of `buildApplicationItem` (docs/harver-api.md, Reading an application). Throws
 * NodeOperationError when the language is not a language code, NodeApiError.
 */
export async function execute(
	this: IExecuteFunctions,
	itemIndex: number,
): Promise<INodeExecutionData[]> {
	const applicationId = getApplicationId(this, itemIndex);
	const includes = parseList(this.getNodeParameter('includes', itemIndex, []));
	const headers = getLanguageHeaders(this, itemIndex);
	const document = await readApplication(this, applicationId, { includes, headers, itemIndex });
	return [{ json: buildApplicationItem(document, includes) as IDataObject }];
}
