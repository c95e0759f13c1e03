import type {
	IDataObject,
	ILoadOptionsFunctions,
	INodeListSearchItems,
	INodeListSearchResult,
} from 'n8n-workflow';

import { matching } from '../../shared/matching';
import { asText } from '../../shared/parameters';
import { leverList } from '../transport/request';
import { shown } from './shown';

/** The archive reasons whose name holds the filter (contract lever §2.9). */
export async function searchArchiveReasons(
	this: ILoadOptionsFunctions,
	filter?: string,
): Promise<INodeListSearchResult> {
	const reasons = await leverList(this, {
		method: 'GET',
		path: '/archive_reasons',
		task: 'list the archive reasons',
	});
	return { results: matching(filter, reasons.map(archiveReasonEntry)) };
}

/** An archive reason as pickers show one: whether it means hired, and whether it is still in use. */
export function archiveReasonEntry({ id, text, type, status }: IDataObject): INodeListSearchItems {
	const hired = type === 'non-hired' ? 'not hired' : asText(type);
	return {
		name: shown(asText(text) || asText(id), [hired, status === 'inactive' ? 'inactive' : '']),
		value: asText(id),
	};
}
