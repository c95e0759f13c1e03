import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

import { toText } from '../../shared/node/parameters';
import { leverList } from '../transport/request';
import { filterByName } from '../../shared/node/resourceLocator';

/** The account's stages whose name holds the filter: there is one list for the whole account (docs/lever-api.md, Reference lists). */
export async function searchStages(
	this: ILoadOptionsFunctions,
	filter?: string,
): Promise<INodeListSearchResult> {
	const stages = await leverList(this, {
		method: 'GET',
		path: '/stages',
		description: 'list the stages',
	});
	return {
		results: filterByName(
			filter,
			stages.map(({ id, text }) => ({ name: toText(text), value: toText(id) })),
		),
	};
}
