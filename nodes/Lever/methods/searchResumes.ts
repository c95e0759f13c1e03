import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

import { filterByName } from '../../shared/node/resourceLocator';
import { toText } from '../../shared/node/parameters';
import { fileNameOf, fileOfResume } from '../profile/files';
import { profileRecords } from '../profile/records';
import { chosenId } from './chosenId';
import { dayOf } from './dayOf';
import { shown } from './shown';

/** The resumes of the opportunity chosen in the node, by the name of their file (docs/lever-api.md, Resumes). */
export async function searchResumes(
	this: ILoadOptionsFunctions,
	filter?: string,
): Promise<INodeListSearchResult> {
	const resumes = await profileRecords(this, {
		kind: 'resumes',
		opportunityId: chosenId(this, 'opportunityId', 'opportunity'),
	});
	const entries = resumes.map((resume) => ({
		name: shown(fileNameOf(fileOfResume(resume) ?? {}) || 'Resume without a file', [
			dayOf(resume.createdAt),
		]),
		value: toText(resume.id),
	}));
	return { results: filterByName(filter, entries) };
}
