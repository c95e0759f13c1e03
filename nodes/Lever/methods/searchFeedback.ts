import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

import { filterByName } from '../../shared/node/resourceLocator';
import { toText } from '../../shared/node/parameters';
import { profileRecords } from '../profile/records';
import { chosenId } from './chosenId';
import { dayOf } from './dayOf';
import { shown } from './shown';

/** The feedback on the opportunity chosen in the node, by the name of its template (docs/lever-api.md, Feedback). */
export async function searchFeedback(
	this: ILoadOptionsFunctions,
	filter?: string,
): Promise<INodeListSearchResult> {
	const feedback = await profileRecords(this, {
		kind: 'feedback',
		opportunityId: chosenId(this, 'opportunityId', 'opportunity'),
	});
	const entries = feedback.map(({ id, text, createdAt }) => ({
		name: shown(toText(text) || toText(id), [dayOf(createdAt)]),
		value: toText(id),
	}));
	return { results: filterByName(filter, entries) };
}
