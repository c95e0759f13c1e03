import type { IDataObject, ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

import { matching } from '../../shared/matching';
import { asText } from '../../shared/parameters';
import { path } from '../../shared/path';
import { harverClient } from '../transport/account';
import { harverList } from '../transport/request';

/** The open vacancies of the account chosen in the node, else of all accounts of the client (contract harver, Calls). */
export async function searchOpenVacancies(this: ILoadOptionsFunctions, filter?: string): Promise<INodeListSearchResult> {
	const entries = [];
	for (const accountId of await accountIds(this)) {
		const vacancies = await harverList(this, {
			method: 'GET',
			path: path`/accounts/${accountId}/vacancies`,
			query: { 'filter[status]': 'open', 'filter[skip_aggregation]': true },
			task: `list the open vacancies of the account ${accountId}`,
		});
		for (const { id, attributes } of vacancies) {
			const { name, title } = (attributes ?? {}) as IDataObject;
			entries.push({ name: asText(name) || asText(title) || asText(id), value: asText(id) });
		}
	}
	return { results: matching(filter, entries) };
}

async function accountIds(context: ILoadOptionsFunctions): Promise<string[]> {
	const chosen = asText(context.getCurrentNodeParameter('accountId', { extractValue: true }));
	if (chosen !== '') return [chosen];
	const { accountId } = await harverClient(context);
	if (accountId !== '') return [accountId];
	const accounts = await harverList(context, { method: 'GET', path: '/accounts', task: 'list the accounts' });
	return accounts.map(({ id }) => asText(id));
}
