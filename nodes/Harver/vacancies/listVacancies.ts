import type { IDataObject } from 'n8n-workflow';

import { path } from '../../shared/path';
import type { QueryValue, RequestContext } from '../../shared/service';
import { vacancyStatus } from '../records/vacancy';
import { harverList } from '../transport/request';

/**
 * The vacancies of an account that have a status (contract harver, `GET accounts/{id}/vacancies`). Those that state
 * another status themselves are left out. Without `query`, Harver does not count candidates, which is faster. Throws
 * NodeApiError.
 */
export async function listVacancies(
	context: RequestContext,
	wanted: {
		accountId: string;
		status: string;
		query?: Record<string, QueryValue | undefined>;
		headers?: Record<string, string>;
		itemIndex?: number;
	},
): Promise<IDataObject[]> {
	const { accountId, status, query, headers, itemIndex } = wanted;
	const records = await harverList(context, {
		method: 'GET',
		path: path`/accounts/${accountId}/vacancies`,
		query: { 'filter[status]': status, 'filter[skip_aggregation]': true, ...query },
		...(headers === undefined ? {} : { headers }),
		task: `list the ${status} vacancies of the account ${accountId}`,
		itemIndex,
	});
	return records.filter((record) => [undefined, status].includes(vacancyStatus(record)));
}
