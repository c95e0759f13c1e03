import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';

import { toText } from '../../shared/node/parameters';
import { asObject } from '../../shared/object';
import { harverList } from '../transport/request';

/** An application as it is found: Harver gives no more than this. */
export interface FoundApplication {
	id: string;
	/** `null` when Harver does not say it. */
	vacancyId: string | null;
}

/** By the candidate's e-mail address in a vacancy, or by what the invitation carried (docs/harver-api.md, Finding applications). */
export type ApplicationFilter =
	{ emailAddress: string; vacancyId: string } | { atsParameters: Record<string, string> };

/**
 * Finds the applications of an account (docs/harver-api.md, Finding applications; the document demands the account for both
 * kinds of filter). `description` goes into errors. Throws NodeApiError.
 */
export async function findApplications(
	context: IExecuteFunctions,
	itemIndex: number,
	accountId: string,
	filter: ApplicationFilter,
	description: string,
): Promise<FoundApplication[]> {
	const found = await harverList(context, {
		method: 'GET',
		path: '/applications',
		query: { accountId, ...filterQuery(filter) },
		description,
		accept404: true,
		itemIndex,
	});
	return found
		.map((application) => ({ id: toText(application.id), vacancyId: vacancyIdOf(application) }))
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
	const related = asObject(asObject(asObject(application.relationships).vacancy).data).id;
	return (
		toText(application.vacancyId) ||
		toText(asObject(application.attributes).vacancyId) ||
		toText(related) ||
		null
	);
}
