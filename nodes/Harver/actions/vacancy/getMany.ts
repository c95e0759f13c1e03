import type {
	IDataObject,
	IExecuteFunctions,
	INodeExecutionData,
	INodeProperties,
	INodePropertyOptions,
} from 'n8n-workflow';

import { toText, parseList } from '../../../shared/node/parameters';
import { getLimit, returnAllFields } from '../../../shared/node/returnAll';
import { accountField, getAccountId } from '../../fields/account';
import { VACANCY_STATUSES } from '../../fields/vacancy';
import { buildVacancyItem } from '../../items/vacancy';
import { listVacancies } from '../../requests/vacancies';

export const option: INodePropertyOptions = {
	name: 'Get Many',
	value: 'getMany',
	action: 'Get many vacancies',
	description: 'List the vacancies of an account',
};

export const fields: INodeProperties[] = [
	{
		displayName: 'Statuses',
		name: 'statuses',
		type: 'multiOptions',
		options: VACANCY_STATUSES,
		default: ['open'],
		description:
			'Return only vacancies with these statuses. Leave empty for all. Each status requires one request.',
	},
	accountField,
	...returnAllFields,
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add option',
		default: {},
		options: [
			{
				displayName: 'Count Candidates',
				name: 'countCandidates',
				type: 'boolean',
				default: false,
				description: 'Whether to return the number of candidates in each status. This is slower.',
			},
			{
				displayName: 'External Location IDs',
				name: 'externalLocationIds',
				type: 'string',
				default: '',
				description:
					'Return only vacancies at the locations with these IDs in your own system. Separate multiple IDs with commas.',
			},
			{
				displayName: 'Language',
				name: 'language',
				type: 'options',
				options: [
					{ name: 'Dutch', value: 'nl' },
					{ name: 'English', value: 'en' },
					{ name: 'German', value: 'de' },
					{ name: 'Italian', value: 'it' },
					{ name: 'Spanish', value: 'es' },
				],
				default: 'en',
				description: 'The language of titles and descriptions, if Harver has a translation',
			},
			{
				displayName: 'Location IDs',
				name: 'locationIds',
				type: 'string',
				default: '',
				description: 'Return only vacancies at these locations. Separate multiple IDs with commas.',
			},
			{
				displayName: 'Region IDs',
				name: 'regionIds',
				type: 'string',
				default: '',
				description: 'Return only vacancies in these regions. Separate multiple IDs with commas.',
			},
		],
	},
];

/** Lists vacancies in the shape of `buildVacancyItem` (docs/harver-api.md, Vacancies). Throws NodeOperationError when the account is not clear, NodeApiError. */
export async function execute(
	this: IExecuteFunctions,
	itemIndex: number,
): Promise<INodeExecutionData[]> {
	const chosen = parseList(this.getNodeParameter('statuses', itemIndex, []));
	const statuses = chosen.length > 0 ? chosen : ['open', 'draft', 'closed'];
	const options = this.getNodeParameter('options', itemIndex, {});
	const query = {
		'filter[locations]': parseList(options.locationIds).join(','),
		'filter[regions]': parseList(options.regionIds).join(','),
		'filter[external_location_id]': parseList(options.externalLocationIds).join(','),
		'filter[skip_aggregation]': options.countCandidates !== true,
	};
	const language = toText(options.language);
	const limit = getLimit(this, itemIndex);
	const accountId = await getAccountId(this, itemIndex);
	const items: INodeExecutionData[] = [];
	for (const status of statuses) {
		if (items.length >= limit) break;
		const records = await listVacancies(this, {
			accountId,
			status,
			query,
			headers: language === '' ? {} : { 'accept-language': language },
			itemIndex,
		});
		items.push(
			...records.map((record) => ({ json: buildVacancyItem(record, status) as IDataObject })),
		);
	}
	return items.slice(0, limit);
}
