import type {
	IExecuteFunctions,
	INodeExecutionData,
	INodeProperties,
	INodePropertyOptions,
} from 'n8n-workflow';

import { getRequiredParameter } from '../../../shared/node/parameters';
import { path } from '../../../shared/http/path';
import { vacancyField, getVacancyId, VACANCY_STATUSES } from '../../fields/vacancy';
import { clearVacancyCache } from '../../requests/vacancyCatalog';
import { harverRawRequest } from '../../transport/request';

export const option: INodePropertyOptions = {
	name: 'Update Status',
	value: 'updateStatus',
	action: 'Update the status of a vacancy',
	description: 'Open or close a vacancy, or turn it back into a draft',
};

export const fields: INodeProperties[] = [
	vacancyField,
	{
		displayName: 'Status',
		name: 'status',
		type: 'options',
		options: VACANCY_STATUSES,
		default: 'open',
		required: true,
	},
];

/** Sets the status of a vacancy (docs/harver-api.md, Vacancies) and returns `{ vacancyId, status }`. Throws NodeApiError. */
export async function execute(
	this: IExecuteFunctions,
	itemIndex: number,
): Promise<INodeExecutionData[]> {
	const vacancyId = getVacancyId(this, itemIndex);
	const status = getRequiredParameter(this, itemIndex, 'status', 'status');
	await harverRawRequest(this, {
		method: 'PATCH',
		path: path`/vacancies/${vacancyId}`,
		body: { attributes: { status } },
		description: `set the status of the vacancy ${vacancyId} to "${status}"`,
		itemIndex,
	});
	clearVacancyCache();
	return [{ json: { vacancyId, status } }];
}
