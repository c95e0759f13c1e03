import type { IExecuteFunctions } from 'n8n-workflow';

import { SingleFlightCache } from '../../shared/http/SingleFlightCache';
import { cloneNodeError } from '../../shared/http/toNodeError';
import { toText } from '../../shared/node/parameters';
import { getVacancyName } from '../items/vacancy';
import { harverClient } from '../transport/account';
import { listVacancies } from './vacancies';

/** A Harver vacancy as far as choosing one requires. */
export interface Vacancy {
	id: string;
	name: string;
}

/** An account's vacancies by status; those that are not open are read only when no open one matches. */
export interface VacancyCatalog {
	open: Vacancy[];
	/** Reads the open ones again, unless that was done a moment ago. */
	refreshOpen(): Promise<Vacancy[]>;
	readOthers(): Promise<{ closed: Vacancy[]; draft: Vacancy[] }>;
}

/** Milliseconds. */
const TTL = 120_000;
/** Milliseconds. Many candidates may have the same wrong tag, which must not cause a read for each. */
const MIN_REFRESH_INTERVAL = 3000;

const vacancyCache = new SingleFlightCache<Vacancy[]>();

/** Returns the vacancies of an account, the open ones as read within the last two minutes (docs/harver-api.md, Vacancies). Throws NodeApiError. */
export async function getVacancyCatalog(
	context: IExecuteFunctions,
	itemIndex: number,
	accountId: string,
): Promise<VacancyCatalog> {
	const { key } = await harverClient(context);
	const list = async (status: string, maxAge: number): Promise<Vacancy[]> => {
		const read = async (): Promise<Vacancy[]> => {
			const records = await listVacancies(context, { accountId, status, itemIndex });
			return records.map((record) => ({ id: toText(record.id), name: getVacancyName(record) }));
		};
		try {
			return await vacancyCache.get(`${key} ${accountId} ${status}`, maxAge, read);
		} catch (error) {
			throw cloneNodeError(context.getNode(), error, itemIndex);
		}
	};
	return {
		open: await list('open', TTL),
		refreshOpen: async () => await list('open', MIN_REFRESH_INTERVAL),
		readOthers: async () => ({
			closed: await list('closed', MIN_REFRESH_INTERVAL),
			draft: await list('draft', MIN_REFRESH_INTERVAL),
		}),
	};
}

/** Forgets all vacancies, because one of them has changed. */
export function clearVacancyCache(): void {
	vacancyCache.evict();
}

/** Forgets the vacancies that were not read just now, because one of them may have changed. */
export function invalidateStaleVacancies(): void {
	vacancyCache.evict(MIN_REFRESH_INTERVAL);
}
