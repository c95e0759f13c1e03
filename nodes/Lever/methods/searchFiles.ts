import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

import { matching } from '../../shared/matching';
import { asText } from '../../shared/parameters';
import { fileNameOf } from '../profile/files';
import { profileRecords } from '../profile/records';
import { chosenId } from './chosenId';
import { dayOf } from './dayOf';
import { shown } from './shown';

/** The files of the opportunity chosen in the node, by name (contract lever §2.5). */
export async function searchFiles(
	this: ILoadOptionsFunctions,
	filter?: string,
): Promise<INodeListSearchResult> {
	const files = await profileRecords(this, {
		kind: 'files',
		opportunityId: chosenId(this, 'opportunityId', 'opportunity'),
	});
	const entries = files.map((file) => ({
		name: shown(fileNameOf(file) || asText(file.id), [dayOf(file.uploadedAt)]),
		value: asText(file.id),
	}));
	return { results: matching(filter, entries) };
}
