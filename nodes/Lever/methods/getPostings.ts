import type { ILoadOptionsFunctions, INodePropertyOptions } from 'n8n-workflow';

import { leverList } from '../transport/request';
import { postingEntry } from './searchPostings';

/** Every posting in every state (docs/lever-api.md, Postings). */
export async function getPostings(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
	const records = await leverList(this, {
		method: 'GET',
		path: '/postings',
		description: 'list the postings',
	});
	return records.map(postingEntry);
}
