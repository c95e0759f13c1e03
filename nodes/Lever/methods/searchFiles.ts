import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

import { filterByName } from '../../shared/node/resourceLocator';
import { toText } from '../../shared/node/parameters';
import { fileNameOf } from '../profile/files';
import { profileRecords } from '../profile/records';
import { chosenId } from './chosenId';
import { dayOf } from './dayOf';
import { shown } from './shown';

/** The files of the opportunity chosen in the node, by name (docs/lever-api.md, Files). */
export async function searchFiles(
	this: ILoadOptionsFunctions,
	filter?: string,
): Promise<INodeListSearchResult> {
	const files = await profileRecords(this, {
		kind: 'files',
		opportunityId: chosenId(this, 'opportunityId', 'opportunity'),
	});
	const entries = files.map((file) => ({
		name: shown(fileNameOf(file) || toText(file.id), [dayOf(file.uploadedAt)]),
		value: toText(file.id),
	}));
	return { results: filterByName(filter, entries) };
}
