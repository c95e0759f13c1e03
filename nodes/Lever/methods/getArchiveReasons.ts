import type { ILoadOptionsFunctions, INodePropertyOptions } from 'n8n-workflow';

import { leverList } from '../transport/request';
import { archiveReasonEntry } from './searchArchiveReasons';

/** Every archive reason, hired and not (docs/lever-api.md, Reference lists). */
export async function getArchiveReasons(
	this: ILoadOptionsFunctions,
): Promise<INodePropertyOptions[]> {
	const records = await leverList(this, {
		method: 'GET',
		path: '/archive_reasons',
		description: 'list the archive reasons',
	});
	return records.map(archiveReasonEntry);
}
