import type { IDataObject, ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

import { filterByName } from '../../shared/node/resourceLocator';
import { toText } from '../../shared/node/parameters';
import { path } from '../../shared/http/path';
import { leverRequest } from '../transport/request';
import { chosenId } from './chosenId';

/** The fields of the feedback template chosen in the node (docs/lever-api.md, Feedback). */
export async function searchFeedbackFields(
	this: ILoadOptionsFunctions,
	filter?: string,
): Promise<INodeListSearchResult> {
	const templateId = chosenId(this, 'feedbackTemplateId', 'template');
	const { fields } = await leverRequest(this, {
		method: 'GET',
		path: path`/feedback_templates/${templateId}`,
		description: `read the feedback template ${templateId}`,
	});
	const entries = (Array.isArray(fields) ? (fields as IDataObject[]) : []).map(
		({ id, text, type }) => ({
			name: toText(text) || toText(type) || toText(id),
			value: toText(id),
		}),
	);
	return { results: filterByName(filter, entries) };
}
