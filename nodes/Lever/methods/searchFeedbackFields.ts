import type { IDataObject, ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

import { matching } from '../../shared/matching';
import { asText } from '../../shared/parameters';
import { path } from '../../shared/path';
import { leverRequest } from '../transport/request';
import { chosenId } from './chosenId';

/** The fields of the feedback template chosen in the node (contract lever §2.10). */
export async function searchFeedbackFields(
	this: ILoadOptionsFunctions,
	filter?: string,
): Promise<INodeListSearchResult> {
	const templateId = chosenId(this, 'feedbackTemplateId', 'template');
	const { fields } = await leverRequest(this, {
		method: 'GET',
		path: path`/feedback_templates/${templateId}`,
		task: `read the feedback template ${templateId}`,
	});
	const entries = (Array.isArray(fields) ? (fields as IDataObject[]) : []).map(
		({ id, text, type }) => ({
			name: asText(text) || asText(type) || asText(id),
			value: asText(id),
		}),
	);
	return { results: matching(filter, entries) };
}
