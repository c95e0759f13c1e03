import type { ILoadOptionsFunctions, INodePropertyOptions } from 'n8n-workflow';

import { asText } from '../../shared/parameters';
import { leverList } from '../transport/request';

/** The account's stages (contract lever §2.9). */
export async function getStages(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
	const records = await leverList(this, {
		method: 'GET',
		path: '/stages',
		task: 'list the stages',
	});
	return records.map(({ id, text }) => ({ name: asText(text), value: asText(id) }));
}
