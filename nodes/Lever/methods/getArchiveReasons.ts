import type { ILoadOptionsFunctions, INodePropertyOptions } from 'n8n-workflow';

import { leverList } from '../transport/request';
import { archiveReasonEntry } from './searchArchiveReasons';

/** Every archive reason, hired and not (contract lever §2.9). */
export async function getArchiveReasons(
	this: ILoadOptionsFunctions,
): Promise<INodePropertyOptions[]> {
	const records = await leverList(this, {
		method: 'GET',
		path: '/archive_reasons',
		task: 'list the archive reasons',
	});
	return records.map(archiveReasonEntry);
}
