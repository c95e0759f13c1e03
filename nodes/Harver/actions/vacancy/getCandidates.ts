import type {
	IExecuteFunctions,
	INodeExecutionData,
	INodeProperties,
	INodePropertyOptions,
} from 'n8n-workflow';

import { toText, parseList } from '../../../shared/node/parameters';
import { getLimit, returnAllFields } from '../../../shared/node/returnAll';
import { ANY_APPLICATION_STATUS } from '../../fields/application';
import { secondsIn } from '../../fields/time';
import { vacancyField, getVacancyId } from '../../fields/vacancy';
import { readVacancyCandidates } from '../../requests/vacancies';

export const option: INodePropertyOptions = {
	name: 'Get Candidates',
	value: 'getCandidates',
	action: 'Get the candidates of a vacancy',
	description: 'List who applied to a vacancy, for example who has finished since yesterday',
};

export const fields: INodeProperties[] = [
	vacancyField,
	{
		displayName: 'Status',
		name: 'status',
		type: 'options',
		options: ANY_APPLICATION_STATUS,
		default: 'new',
		description: 'Only applications in this status',
	},
	{
		displayName: 'Status Changed Since',
		name: 'since',
		type: 'dateTime',
		default: '',
		description: 'Only applications whose status changed at this time or later',
	},
	{
		displayName: 'Status Changed Until',
		name: 'until',
		type: 'dateTime',
		default: '',
		description: 'Only applications whose status changed at this time or earlier',
	},
	...returnAllFields,
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add option',
		default: {},
		options: [
			{
				displayName: 'External Location ID',
				name: 'externalLocationId',
				type: 'string',
				default: '',
				description: 'Only at this location, by the ID in your own system',
			},
			{
				displayName: 'Job Function ID',
				name: 'jobFunctionId',
				type: 'string',
				default: '',
				description: 'Only for this job function',
			},
			{
				displayName: 'Location IDs',
				name: 'locationIds',
				type: 'string',
				default: '',
				description: 'Only at these locations; separated by commas',
			},
			{
				displayName: 'Region ID',
				name: 'regionId',
				type: 'string',
				default: '',
				description: 'Only in this region',
			},
		],
	},
];

/**
 * Lists the candidates of a vacancy (docs/harver-api.md, Vacancies): an item `{ vacancyId, candidate,
 * application }` for each application, as `VacancyCandidate` says. Throws NodeOperationError for a date that is none, NodeApiError.
 */
export async function execute(
	this: IExecuteFunctions,
	itemIndex: number,
): Promise<INodeExecutionData[]> {
	const vacancyId = getVacancyId(this, itemIndex);
	const { locationIds, regionId, externalLocationId, jobFunctionId } = this.getNodeParameter(
		'options',
		itemIndex,
		{},
	);
	const query = {
		'filter[status]': toText(this.getNodeParameter('status', itemIndex, '')),
		'filter[status-updated-at][since]': secondsIn(
			this,
			itemIndex,
			this.getNodeParameter('since', itemIndex, ''),
			'Status Changed Since',
		),
		'filter[status-updated-at][until]': secondsIn(
			this,
			itemIndex,
			this.getNodeParameter('until', itemIndex, ''),
			'Status Changed Until',
		),
		'filter[locations]': parseList(locationIds).join(','),
		'filter[region]': toText(regionId),
		'filter[external_location_id]': toText(externalLocationId),
		'filter[job_function]': toText(jobFunctionId),
	};
	const found = await readVacancyCandidates(this, vacancyId, query, itemIndex);
	return found
		.slice(0, getLimit(this, itemIndex))
		.map(({ candidate, application }) => ({ json: { vacancyId, candidate, application } }));
}
