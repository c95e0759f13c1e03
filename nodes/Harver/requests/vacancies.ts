import type { IDataObject } from 'n8n-workflow';

import { path } from '../../shared/http/path';
import type { QueryValue, RequestContext } from '../../shared/http/types';
import { getVacancyStatus } from '../items/vacancy';
import { joinVacancyCandidates, type VacancyCandidate } from '../items/vacancyCandidates';
import { harverList, harverRequest } from '../transport/request';

/**
 * Lists the vacancies of an account that have a status, without those that state another one themselves
 * (docs/harver-api.md, Vacancies). Unless `query` says otherwise, Harver does not count candidates, which is faster. Throws
 * NodeApiError.
 */
export async function listVacancies(
	context: RequestContext,
	{
		accountId,
		status,
		query,
		headers,
		itemIndex,
	}: {
		accountId: string;
		status: string;
		query?: Record<string, QueryValue | undefined>;
		headers?: Record<string, string>;
		itemIndex?: number;
	},
): Promise<IDataObject[]> {
	const records = await harverList(context, {
		method: 'GET',
		path: path`/accounts/${accountId}/vacancies`,
		query: { 'filter[status]': status, 'filter[skip_aggregation]': true, ...query },
		...(headers === undefined ? {} : { headers }),
		description: `list the ${status} vacancies of the account ${accountId}`,
		itemIndex,
	});
	return records.filter((record) => [undefined, status].includes(getVacancyStatus(record)));
}

/** Lists the candidates of a vacancy with their applications (docs/harver-api.md, Vacancies). Throws NodeApiError. */
export async function listVacancyCandidates(
	context: RequestContext,
	vacancyId: string,
	query: Record<string, QueryValue | undefined>,
	itemIndex?: number,
): Promise<VacancyCandidate[]> {
	const document = await harverRequest(context, {
		method: 'GET',
		path: path`/vacancies/${vacancyId}/candidates`,
		query,
		expects: 'list',
		description: `list the candidates of the vacancy ${vacancyId}`,
		itemIndex,
	});
	return joinVacancyCandidates(document);
}
