import type {
	IDataObject,
	ILoadOptionsFunctions,
	INodeListSearchItems,
	INodeListSearchResult,
} from 'n8n-workflow';

import { filterByName } from '../../shared/node/resourceLocator';
import type { ServiceRequest } from '../../shared/http/types';
import { leverPage, PAGE_SIZE } from '../transport/request';

/**
 * Searches a list that Lever cannot search: reads on from the page of `paginationToken` until entries hold the filter, over
 * at most so many pages. The editor asks again with the token that comes back, as long as the list goes on. Throws NodeApiError.
 */
export async function searchPages(
	context: ILoadOptionsFunctions,
	request: ServiceRequest,
	toEntry: (record: IDataObject) => INodeListSearchItems,
	{
		filter,
		paginationToken,
		mostPages,
	}: { filter?: string; paginationToken?: string; mostPages: number },
): Promise<INodeListSearchResult> {
	let results: INodeListSearchItems[] = [];
	let next = paginationToken;
	for (
		let pages = 0;
		pages === 0 || (pages < mostPages && results.length === 0 && next !== undefined);
		pages++
	) {
		const page = await leverPage(
			context,
			{ ...request, query: { ...request.query, limit: PAGE_SIZE } },
			next,
		);
		results = filterByName(filter, page.records.map(toEntry));
		next = page.next;
	}
	return { results, ...(next === undefined ? {} : { paginationToken: next }) };
}
