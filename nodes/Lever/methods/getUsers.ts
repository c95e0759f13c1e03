import type { ILoadOptionsFunctions, INodePropertyOptions } from 'n8n-workflow';

import { leverList } from '../transport/request';
import { userEntry } from './searchUsers';

/** Every active user (contract lever §2.9). */
export async function getUsers(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
	const records = await leverList(this, { method: 'GET', path: '/users', task: 'list the users' });
	return records.map(userEntry);
}
