import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

import { asText } from '../../shared/parameters';
import { leverList } from '../transport/request';
import { matching } from '../../shared/matching';

/** The account's stages whose name holds the filter: there is one list for the whole account (contract lever §2.9). */
export async function searchStages(
	this: ILoadOptionsFunctions,
	filter?: string,
): Promise<INodeListSearchResult> {
	const stages = await leverList(this, { method: 'GET', path: '/stages', task: 'list the stages' });
	return {
		results: matching(
			filter,
			stages.map(({ id, text }) => ({ name: asText(text), value: asText(id) })),
		),
	};
}
