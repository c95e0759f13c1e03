import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';

import { asText } from '../../shared/parameters';
import { fieldsOf } from '../records/fieldsOf';
import { harverList } from '../transport/request';

/** An application as it is found: Harver gives no more than this. */
export interface FoundApplication {
	id: string;
	/** `null` when Harver does not say it. */
	vacancyId: string | null;
}

/** By the candidate's e-mail address in a vacancy, or by what the invitation carried (contract harver, `GET applications`). */
export type ApplicationFilter =
	{ emailAddress: string; vacancyId: string } | { atsParameters: Record<string, string> };

/**
 * Finds the applications of an account (contract harver, `GET applications`; the document demands the account for both
 * kinds of filter). `task` goes into errors. Throws NodeApiError.
 */
export async function findApplications(
	context: IExecuteFunctions,
	itemIndex: number,
	accountId: string,
	filter: ApplicationFilter,
	task: string,
): Promise<FoundApplication[]> {
	const found = await harverList(context, {
		method: 'GET',
		path: '/applications',
		query: { accountId, ...filterQuery(filter) },
		task,
		accept404: true,
		itemIndex,
	});
	return found
		.map((application) => ({ id: asText(application.id), vacancyId: vacancyIdOf(application) }))
		.filter(({ id }) => id !== '');
}

function filterQuery(filter: ApplicationFilter): Record<string, string> {
	if ('atsParameters' in filter) {
		return Object.fromEntries(
			Object.entries(filter.atsParameters).map(([name, value]) => [
				`filter[atsParameters][${name}]`,
				value,
			]),
		);
	}
	return {
		'filter[applicationMeta][vacancy]': filter.vacancyId,
		'filter[applicationMeta][email]': filter.emailAddress,
	};
}

function vacancyIdOf(application: IDataObject): string | null {
	const related = fieldsOf(fieldsOf(fieldsOf(application.relationships).vacancy).data).id;
	return (
		asText(application.vacancyId) ||
		asText(fieldsOf(application.attributes).vacancyId) ||
		asText(related) ||
		null
	);
}
