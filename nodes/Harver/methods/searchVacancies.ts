import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

import { filterByName } from '../../shared/node/resourceLocator';
import { vacancyEntries } from './vacancyEntries';

/**
 * The vacancies of the account chosen in the node, else of all accounts of the client, whatever their status: the open
 * ones first, the others with their status (docs/harver-api.md, Calls).
 */
export async function searchVacancies(
	this: ILoadOptionsFunctions,
	filter?: string,
): Promise<INodeListSearchResult> {
	const open = await vacancyEntries(this, 'open');
	const others = [];
	for (const status of ['draft', 'closed']) {
		const entries = await vacancyEntries(this, status);
		others.push(...entries.map((entry) => ({ ...entry, name: `${entry.name} (${status})` })));
	}
	return { results: filterByName(filter, [...open, ...others]) };
}
