import type { IExecuteFunctions } from 'n8n-workflow';

import { toText } from '../../shared/node/parameters';
import { cloneNodeError } from '../../shared/http/toNodeError';
import { SingleFlightCache } from '../../shared/http/SingleFlightCache';
import { getVacancyName } from '../items/vacancy';
import { harverClient } from '../transport/account';
import { listVacancies } from '../requests/vacancies';
import type { Vacancies, Vacancy } from './vacancyChoice';

/** Milliseconds for which the open vacancies of an account are not asked for again. */
const FRESH_FOR = 120_000;
/** Milliseconds for which nothing is asked for again, also when what was read does not do: many candidates may have the same wrong tag. */
const A_MOMENT = 3000;

const known = new SingleFlightCache<Vacancy[]>();

/** The vacancies of an account, the open ones as read within the last two minutes (docs/harver-api.md, Vacancies). Throws NodeApiError. */
export async function accountVacancies(
	context: IExecuteFunctions,
	itemIndex: number,
	accountId: string,
): Promise<Vacancies> {
	const { key } = await harverClient(context);
	const list = async (status: string, mostAge: number): Promise<Vacancy[]> => {
		const read = async (): Promise<Vacancy[]> => {
			const records = await listVacancies(context, { accountId, status, itemIndex });
			return records.map((record) => ({ id: toText(record.id), name: getVacancyName(record) }));
		};
		try {
			return await known.get(`${key} ${accountId} ${status}`, mostAge, read);
		} catch (error) {
			throw cloneNodeError(context.getNode(), error, itemIndex);
		}
	};
	const notOpen = async (): Promise<{ closed: Vacancy[]; draft: Vacancy[] }> => ({
		closed: await list('closed', A_MOMENT),
		draft: await list('draft', A_MOMENT),
	});
	return {
		open: await list('open', FRESH_FOR),
		openNow: async () => await list('open', A_MOMENT),
		notOpen,
	};
}

/** Forgets the vacancies, because one of them turned out to be something else than was read. */
export function forgetVacancies(): void {
	known.evict();
}

/** Forgets the vacancies that were not read just now, because one of them may be something else by now. */
export function doubtVacancies(): void {
	known.evict(A_MOMENT);
}
