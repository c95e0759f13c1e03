import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';

import { asText } from '../../shared/parameters';
import { path } from '../../shared/path';
import { harverClient } from '../transport/account';
import { harverList } from '../transport/request';
import type { Vacancies, Vacancy } from './vacancyChoice';

/** Milliseconds for which the open vacancies of an account are not asked for again. */
const FRESH_FOR = 30_000;

const known = new Map<string, { readAt: number; open: Vacancy[] }>();

/** The vacancies of an account, the open ones as read within the last half minute (contract harver, Calls). Throws NodeApiError. */
export async function accountVacancies(context: IExecuteFunctions, itemIndex: number, accountId: string): Promise<Vacancies> {
	const { baseUrl } = await harverClient(context);
	const key = `${baseUrl} ${context.getNode().credentials?.harverApi?.id ?? ''} ${accountId}`;
	const fresh = known.get(key);
	const list = async (status: string): Promise<Vacancy[]> => await vacanciesOf(context, itemIndex, accountId, status);
	const open = fresh && Date.now() - fresh.readAt < FRESH_FOR ? fresh.open : await list('open');
	if (open !== fresh?.open) known.set(key, { readAt: Date.now(), open });
	return { open, notOpen: async () => ({ closed: await list('closed'), draft: await list('draft') }) };
}

/** Forgets the open vacancies, because one of them turned out not to be open. */
export function forgetVacancies(): void {
	known.clear();
}

async function vacanciesOf(context: IExecuteFunctions, itemIndex: number, accountId: string, status: string): Promise<Vacancy[]> {
	const records = await harverList(context, {
		method: 'GET',
		path: path`/accounts/${accountId}/vacancies`,
		query: { 'filter[status]': status, 'filter[skip_aggregation]': true },
		task: `list the ${status} vacancies of the account ${accountId}`,
		itemIndex,
	});
	return records.map((record) => {
		const { name, title } = (record.attributes ?? {}) as IDataObject;
		return { id: asText(record.id), name: asText(name) || asText(title) };
	});
}
