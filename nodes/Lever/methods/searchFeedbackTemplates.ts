import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

import { matching } from '../../shared/matching';
import { asText } from '../../shared/parameters';
import { leverList } from '../transport/request';

/** The account's feedback templates whose name holds the filter (contract lever §2.10). */
export async function searchFeedbackTemplates(
	this: ILoadOptionsFunctions,
	filter?: string,
): Promise<INodeListSearchResult> {
	const templates = await leverList(this, {
		method: 'GET',
		path: '/feedback_templates',
		task: 'list the feedback templates',
	});
	return {
		results: matching(
			filter,
			templates.map(({ id, text }) => ({ name: asText(text) || asText(id), value: asText(id) })),
		),
	};
}
