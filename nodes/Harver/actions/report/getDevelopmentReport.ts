import type {
	IExecuteFunctions,
	INodeExecutionData,
	INodeProperties,
	INodePropertyOptions,
} from 'n8n-workflow';

import { getRequiredParameter } from '../../../shared/node/parameters';
import { path } from '../../../shared/http/path';
import { requestReportLink } from '../../requests/reports';
import { applicationFields, getApplicationId } from '../../fields/application';

export const option: INodePropertyOptions = {
	name: 'Get Development Report',
	value: 'getDevelopmentReport',
	action: 'Get a development report',
	description: 'Get a link to the development report of a candidate',
};

export const fields: INodeProperties[] = [
	...applicationFields,
	{
		displayName: 'Language',
		name: 'locale',
		type: 'options',
		options: [
			{ name: 'Danish', value: 'da-DK' },
			{ name: 'Dutch', value: 'nl-NL' },
			{ name: 'English (UK)', value: 'en-GB' },
			{ name: 'English (US)', value: 'en-US' },
			{ name: 'French (Belgium)', value: 'fr-BE' },
			{ name: 'French (Canada)', value: 'fr-CA' },
			{ name: 'French (France)', value: 'fr-FR' },
			{ name: 'German', value: 'de-DE' },
			{ name: 'Polish', value: 'pl-PL' },
			{ name: 'Portuguese', value: 'pt-PT' },
			{ name: 'Spanish', value: 'es-ES' },
		],
		default: 'en-US',
		required: true,
	},
];

/** Returns a link to the development report: `{ applicationId, locale, url }` (docs/harver-api.md, Reports). Throws NodeApiError. */
export async function execute(
	this: IExecuteFunctions,
	itemIndex: number,
): Promise<INodeExecutionData[]> {
	const applicationId = getApplicationId(this, itemIndex);
	const locale = getRequiredParameter(this, itemIndex, 'locale', 'language');
	const url = await requestReportLink(this, itemIndex, {
		applicationId,
		path: path`/applications/${applicationId}/reports/development-reports`,
		query: { locale },
		what: 'development report',
	});
	return [{ json: { applicationId, locale, url } }];
}
