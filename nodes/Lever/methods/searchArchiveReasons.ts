import type {
	IDataObject,
	ILoadOptionsFunctions,
	INodeListSearchItems,
	INodeListSearchResult,
} from 'n8n-workflow';

import { filterByName } from '../../shared/node/resourceLocator';
import { toText } from '../../shared/node/parameters';
import { leverList } from '../transport/request';
import { shown } from './shown';

/** The archive reasons whose name holds the filter (docs/lever-api.md, Reference lists). */
export async function searchArchiveReasons(
	this: ILoadOptionsFunctions,
	filter?: string,
): Promise<INodeListSearchResult> {
	const reasons = await leverList(this, {
		method: 'GET',
		path: '/archive_reasons',
		description: 'list the archive reasons',
	});
	return { results: filterByName(filter, reasons.map(archiveReasonEntry)) };
}

/** An archive reason as pickers show one: whether it means hired, and whether it is still in use. */
export function archiveReasonEntry({ id, text, type, status }: IDataObject): INodeListSearchItems {
	const hired = type === 'non-hired' ? 'not hired' : toText(type);
	return {
		name: shown(toText(text) || toText(id), [hired, status === 'inactive' ? 'inactive' : '']),
		value: toText(id),
	};
}
