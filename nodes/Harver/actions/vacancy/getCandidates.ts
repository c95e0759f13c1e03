import type {
	IExecuteFunctions,
	INodeExecutionData,
	INodeProperties,
	INodePropertyOptions,
} from 'n8n-workflow';

import { parseDateParameter, parseList, toText } from '../../../shared/node/parameters';
import { getLimit, returnAllFields } from '../../../shared/node/returnAll';
import { APPLICATION_STATUSES } from '../../fields/application';
import { getVacancyId, vacancyField } from '../../fields/vacancy';
import { listVacancyCandidates } from '../../requests/vacancies';

const STATUS_FILTER: INodePropertyOptions[] = [{ name: 'Any', value: '' }, ...APPLICATION_STATUSES];

export const option: INodePropertyOptions = {
	name: 'Get Candidates',
	value: 'getCandidates',
	action: 'Get the candidates of a vacancy',
	description:
		'List the candidates of a vacancy, for example those who have finished since yesterday',
};

export const fields: INodeProperties[] = [
	vacancyField,
	{
		displayName: 'Status',
		name: 'status',
		type: 'options',
		options: STATUS_FILTER,
		default: 'new',
		description: 'Return only applications with this status',
	},
	{
		displayName: 'Status Changed Since',
		name: 'since',
		type: 'dateTime',
		default: '',
		description: 'Return only applications whose status changed at this time or later',
	},
	{
		displayName: 'Status Changed Until',
		name: 'until',
		type: 'dateTime',
		default: '',
		description: 'Return only applications whose status changed at this time or earlier',
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
				description: 'Return only applications for the location with this ID in your own system',
			},
			{
				displayName: 'Job Function ID',
				name: 'jobFunctionId',
				type: 'string',
				default: '',
				description: 'Return only applications for this job function',
			},
			{
				displayName: 'Location IDs',
				name: 'locationIds',
				type: 'string',
				default: '',
				description:
					'Return only applications for these locations. Separate multiple IDs with commas.',
			},
			{
				displayName: 'Region ID',
				name: 'regionId',
				type: 'string',
				default: '',
				description: 'Return only applications for this region',
			},
		],
	},
];

/**
 * Lists the candidates of a vacancy (docs/harver-api.md, Vacancies): an item `{ vacancyId, candidate, application }` for each
 * application, as in `VacancyCandidate`. Throws NodeOperationError when a date is not a date, NodeApiError.
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
	const status = toText(this.getNodeParameter('status', itemIndex, ''));
	const query = {
		'filter[status]': status,
		'filter[status-updated-at][since]': getSeconds(
			this,
			itemIndex,
			'since',
			'Status Changed Since',
		),
		'filter[status-updated-at][until]': getSeconds(
			this,
			itemIndex,
			'until',
			'Status Changed Until',
		),
		'filter[locations]': parseList(locationIds).join(','),
		'filter[region]': toText(regionId),
		'filter[external_location_id]': toText(externalLocationId),
		'filter[job_function]': toText(jobFunctionId),
	};
	const found = await listVacancyCandidates(this, vacancyId, query, itemIndex);
	return found
		.filter(({ application }) => status === '' || [status, null].includes(application.status))
		.slice(0, getLimit(this, itemIndex))
		.map(({ candidate, application }) => ({ json: { vacancyId, candidate, application } }));
}

function getSeconds(
	context: IExecuteFunctions,
	itemIndex: number,
	field: string,
	label: string,
): number | undefined {
	const value = context.getNodeParameter(field, itemIndex, '');
	const milliseconds = parseDateParameter(context, itemIndex, value, label);
	return milliseconds === undefined ? undefined : Math.floor(milliseconds / 1000);
}
