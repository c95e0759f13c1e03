import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

import { matching } from '../../shared/matching';
import { asText } from '../../shared/parameters';
import { fileNameOf, fileOfResume } from '../profile/files';
import { profileRecords } from '../profile/records';
import { chosenId } from './chosenId';
import { dayOf } from './dayOf';
import { shown } from './shown';

/** The resumes of the opportunity chosen in the node, by the name of their file (contract lever §2.6). */
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
		value: asText(resume.id),
	}));
	return { results: matching(filter, entries) };
}
