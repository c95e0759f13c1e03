import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

import { filterByName } from '../../shared/node/resourceLocator';
import { toText } from '../../shared/node/parameters';
import { leverList } from '../transport/request';

/** The account's feedback templates whose name holds the filter (docs/lever-api.md, Feedback). */
export async function searchFeedbackTemplates(
	this: ILoadOptionsFunctions,
	filter?: string,
): Promise<INodeListSearchResult> {
	const templates = await leverList(this, {
		method: 'GET',
		path: '/feedback_templates',
		description: 'list the feedback templates',
	});
	return {
		results: filterByName(
			filter,
			templates.map(({ id, text }) => ({ name: toText(text) || toText(id), value: toText(id) })),
		),
	};
}
