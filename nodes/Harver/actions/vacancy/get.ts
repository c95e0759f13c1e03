import type {
	IExecuteFunctions,
	INodeExecutionData,
	INodeProperties,
	INodePropertyOptions,
} from 'n8n-workflow';

import { parseList } from '../../../shared/node/parameters';
import { path } from '../../../shared/http/path';
import { hasId } from '../../../shared/http/responseBody';
import { vacancyField, getVacancyId } from '../../fields/vacancy';
import { asObjects } from '../../../shared/object';
import { buildVacancyItem } from '../../items/vacancy';
import { harverRequest } from '../../transport/request';

export const option: INodePropertyOptions = {
	name: 'Get',
	value: 'get',
	action: 'Get a vacancy',
	description: 'Get a vacancy',
};

export const fields: INodeProperties[] = [
	vacancyField,
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
				displayName: 'Include',
				name: 'includes',
				type: 'multiOptions',
				options: [
					{ name: 'Job Functions', value: 'job-functions' },
					{ name: 'Locations', value: 'locations' },
					{ name: 'Regions', value: 'regions' },
				],
				default: [],
				description: 'Additional data to return as <code>included</code>',
			},
		],
	},
];

/**
 * Returns one vacancy in the shape of `buildVacancyItem`, with `included` if anything was to be included
 * (docs/harver-api.md, Vacancies). Throws NodeApiError.
 */
export async function execute(
	this: IExecuteFunctions,
	itemIndex: number,
): Promise<INodeExecutionData[]> {
	const vacancyId = getVacancyId(this, itemIndex);
	const { countCandidates, includes } = this.getNodeParameter('options', itemIndex, {});
	const requested = parseList(includes);
	const { data, included } = await harverRequest(this, {
		method: 'GET',
		path: path`/vacancies/${vacancyId}`,
		query: { 'filter[skip_aggregation]': countCandidates !== true, include: requested.join(',') },
		expects: 'record',
		isComplete: hasId,
		description: `read the vacancy ${vacancyId}`,
		itemIndex,
	});
	const vacancy = buildVacancyItem(asObjects(data)[0] ?? {});
	return [{ json: { ...vacancy, ...(requested.length === 0 ? {} : { included }) } }];
}
