import type { ILoadOptionsFunctions, INodeListSearchItems } from 'n8n-workflow';

import { toText } from '../../shared/node/parameters';
import { vacancyName } from '../records/vacancy';
import { listVacancies } from '../vacancies/listVacancies';
import { accountIds } from './accountIds';

/** A picker's entries for the vacancies with a status, of every account that it looks in. Throws NodeApiError. */
export async function vacancyEntries(
	context: ILoadOptionsFunctions,
	status: string,
): Promise<INodeListSearchItems[]> {
	const entries = [];
	for (const accountId of await accountIds(context)) {
		for (const record of await listVacancies(context, { accountId, status })) {
			entries.push({ name: vacancyName(record) || toText(record.id), value: toText(record.id) });
		}
	}
	return entries;
}
