import type { ILoadOptionsFunctions, INodePropertyOptions } from 'n8n-workflow';

import { leverList } from '../transport/request';
import { userEntry } from './searchUsers';

/** Every active user (docs/lever-api.md, Reference lists). */
export async function getUsers(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
	const records = await leverList(this, {
		method: 'GET',
		path: '/users',
		description: 'list the users',
	});
	return records.map(userEntry);
}
