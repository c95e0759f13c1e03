import type { ILoadOptionsFunctions, INodePropertyOptions } from 'n8n-workflow';

import { asText } from '../../shared/parameters';
import { leverList } from '../transport/request';

/** Every source of the account; a source is known by its text (contract lever §2.9). */
export async function getSources(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
	const records = await leverList(this, {
		method: 'GET',
		path: '/sources',
		task: 'list the sources',
	});
	return records.map(({ text }) => ({ name: asText(text), value: asText(text) }));
}
