import type { IDataObject, ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

import { matching } from '../../shared/matching';
import { asText } from '../../shared/parameters';
import { harverList } from '../transport/request';

/** The accounts that the client may use and whose name holds the filter (contract harver, Calls). */
export async function searchAccounts(
	this: ILoadOptionsFunctions,
	filter?: string,
): Promise<INodeListSearchResult> {
	const accounts = await harverList(this, {
		method: 'GET',
		path: '/accounts',
		task: 'list the accounts',
	});
	const entries = accounts.map(({ id, attributes }) => ({
		name: asText((attributes as IDataObject | undefined)?.name) || asText(id),
		value: asText(id),
	}));
	return { results: matching(filter, entries) };
}
