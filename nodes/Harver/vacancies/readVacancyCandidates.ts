import { path } from '../../shared/http/path';
import type { QueryValue, RequestContext } from '../../shared/http/types';
import { vacancyCandidates, type VacancyCandidate } from '../records/vacancyCandidates';
import { harverRequest } from '../transport/request';

/** The candidates of a vacancy with their applications (docs/harver-api.md, Vacancies). Throws NodeApiError. */
export async function readVacancyCandidates(
	context: RequestContext,
	vacancyId: string,
	query: Record<string, QueryValue | undefined>,
	itemIndex?: number,
): Promise<VacancyCandidate[]> {
	const document = await harverRequest(context, {
		method: 'GET',
		path: path`/vacancies/${vacancyId}/candidates`,
		query,
		description: `list the candidates of the vacancy ${vacancyId}`,
		itemIndex,
	});
	return vacancyCandidates(document);
}
