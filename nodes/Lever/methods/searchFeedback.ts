import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

import { matching } from '../../shared/matching';
import { asText } from '../../shared/parameters';
import { profileRecords } from '../profile/records';
import { chosenId } from './chosenId';
import { dayOf } from './dayOf';
import { shown } from './shown';

/** The feedback on the opportunity chosen in the node, by the name of its template (contract lever §2.10). */
export async function searchFeedback(
	this: ILoadOptionsFunctions,
	filter?: string,
): Promise<INodeListSearchResult> {
	const feedback = await profileRecords(this, {
		kind: 'feedback',
		opportunityId: chosenId(this, 'opportunityId', 'opportunity'),
	});
	const entries = feedback.map(({ id, text, createdAt }) => ({
		name: shown(asText(text) || asText(id), [dayOf(createdAt)]),
		value: asText(id),
	}));
	return { results: matching(filter, entries) };
}
