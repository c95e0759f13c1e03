import type { ILoadOptionsFunctions, INodePropertyOptions } from 'n8n-workflow';

import { toText } from '../../shared/node/parameters';
import { leverList } from '../transport/request';

/** The account's stages (docs/lever-api.md, Reference lists). */
export async function getStages(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
	const records = await leverList(this, {
		method: 'GET',
		path: '/stages',
		description: 'list the stages',
	});
	return records.map(({ id, text }) => ({ name: toText(text), value: toText(id) }));
}
