import type { IExecuteFunctions, JsonObject } from 'n8n-workflow';
import { NodeApiError } from 'n8n-workflow';

import { asText } from '../../shared/parameters';
import { vacancyName } from '../records/vacancy';
import { harverClient } from '../transport/account';
import { listVacancies } from '../vacancies/listVacancies';
import type { Vacancies, Vacancy } from './vacancyChoice';

/** Milliseconds for which the open vacancies of an account are not asked for again. */
const FRESH_FOR = 120_000;

const known = new Map<string, { readAt: number; open: Promise<Vacancy[]> }>();

/** The vacancies of an account, the open ones as read within the last two minutes (contract harver, Calls). Throws NodeApiError. */
export async function accountVacancies(context: IExecuteFunctions, itemIndex: number, accountId: string): Promise<Vacancies> {
	const { baseUrl } = await harverClient(context);
	const key = `${baseUrl} ${context.getNode().credentials?.harverApi?.id ?? ''} ${accountId}`;
	const list = async (status: string): Promise<Vacancy[]> => {
		const records = await listVacancies(context, { accountId, status, itemIndex });
		return records.map((record) => ({ id: asText(record.id), name: vacancyName(record) }));
	};
	const openNow = async (): Promise<Vacancy[]> => {
		const open = list('open');
		known.set(key, { readAt: Date.now(), open });
		open.catch(() => {
			if (known.get(key)?.open === open) known.delete(key);
		});
		return await open;
	};
	const notOpen = async (): Promise<{ closed: Vacancy[]; draft: Vacancy[] }> => ({ closed: await list('closed'), draft: await list('draft') });
	const fresh = known.get(key);
	if (!fresh || Date.now() - fresh.readAt >= FRESH_FOR) return { open: await openNow(), notOpen };
	// When the reading that many wait for fails, one more serves all of them, and its failure is each one's own.
	const once = async (): Promise<Vacancy[]> => await (known.get(key)?.open ?? openNow());
	const open = await fresh.open.catch(once).catch((error: unknown) => {
		throw new NodeApiError(context.getNode(), error as JsonObject, { itemIndex });
	});
	return { open, openNow, notOpen };
}

/** Forgets the open vacancies, because one of them turned out not to be open. */
export function forgetVacancies(): void {
	known.clear();
}
