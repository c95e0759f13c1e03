import type { IDataObject, ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

import { filterByName } from '../../shared/node/resourceLocator';
import { toText } from '../../shared/node/parameters';
import { harverList } from '../transport/request';

/** The accounts that the client may use and whose name holds the filter (docs/harver-api.md, Calls). */
export async function searchAccounts(
	this: ILoadOptionsFunctions,
	filter?: string,
): Promise<INodeListSearchResult> {
	const accounts = await harverList(this, {
		method: 'GET',
		path: '/accounts',
		description: 'list the accounts',
	});
	const entries = accounts.map(({ id, attributes }) => ({
		name: toText((attributes as IDataObject | undefined)?.name) || toText(id),
		value: toText(id),
	}));
	return { results: filterByName(filter, entries) };
}
