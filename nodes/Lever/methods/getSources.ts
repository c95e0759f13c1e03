import type { ILoadOptionsFunctions, INodePropertyOptions } from 'n8n-workflow';

import { toText } from '../../shared/node/parameters';
import { leverList } from '../transport/request';

/** Every source of the account; a source is known by its text (docs/lever-api.md, Reference lists). */
export async function getSources(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
	const records = await leverList(this, {
		method: 'GET',
		path: '/sources',
		description: 'list the sources',
	});
	return records.map(({ text }) => ({ name: toText(text), value: toText(text) }));
}
