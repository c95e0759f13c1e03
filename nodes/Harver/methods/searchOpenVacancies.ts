import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

import { matching } from '../../shared/matching';
import { vacancyEntries } from './vacancyEntries';

/** The open vacancies of the account chosen in the node, else of all accounts of the client (contract harver, Calls). */
export async function searchOpenVacancies(
	this: ILoadOptionsFunctions,
	filter?: string,
): Promise<INodeListSearchResult> {
	return { results: matching(filter, await vacancyEntries(this, 'open')) };
}
