import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

import { filterByName } from '../../shared/node/resourceLocator';
import { vacancyEntries } from './vacancyEntries';

/** The open vacancies of the account chosen in the node, else of all accounts of the client (docs/harver-api.md, Calls). */
export async function searchOpenVacancies(
	this: ILoadOptionsFunctions,
	filter?: string,
): Promise<INodeListSearchResult> {
	return { results: filterByName(filter, await vacancyEntries(this, 'open')) };
}
