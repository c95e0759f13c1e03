import type { IDataObject } from 'n8n-workflow';

import { path } from '../../shared/http/path';
import type { QueryValue, RequestContext } from '../../shared/http/types';
import { vacancyStatus } from '../records/vacancy';
import { harverList } from '../transport/request';

/**
 * The vacancies of an account that have a status (docs/harver-api.md, Vacancies). Those that state
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
		description: `list the ${status} vacancies of the account ${accountId}`,
		itemIndex,
	});
	return records.filter((record) => [undefined, status].includes(vacancyStatus(record)));
}
