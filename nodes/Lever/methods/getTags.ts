import type { ILoadOptionsFunctions, INodePropertyOptions } from 'n8n-workflow';

import { asText } from '../../shared/parameters';
import { leverList } from '../transport/request';

/** Every tag of the account; a tag is known by its text (contract lever §2.9). */
export async function getTags(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
	const records = await leverList(this, { method: 'GET', path: '/tags', task: 'list the tags' });
	return records.map(({ text }) => ({ name: asText(text), value: asText(text) }));
}
