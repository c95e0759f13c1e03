import type { ILoadOptionsFunctions, INodePropertyOptions } from 'n8n-workflow';

import { toText } from '../../shared/node/parameters';
import { leverList } from '../transport/request';

/** Every tag of the account; a tag is known by its text (docs/lever-api.md, Reference lists). */
export async function getTags(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
	const records = await leverList(this, {
		method: 'GET',
		path: '/tags',
		description: 'list the tags',
	});
	return records.map(({ text }) => ({ name: toText(text), value: toText(text) }));
}
