import { z } from 'zod';

import { validate, HarverError } from './errors';
import { HARVER_ACCOUNT, type HarverAccount } from './HarverAccount';
import type { Application } from './records';

/** The ATS parameters that can be searched, as the text of Harver's document names them and as its schema does (docs/harver-api.md, Finding applications). */
const NAMES_IN_TEXT = [
	'application_id',
	'candidate_id',
	'country',
	'id',
	'location',
	'source',
	'vacancy_id',
	'custom_id_1',
	'custom_id_2',
	'custom_id_3',
	'custom_id_4',
	'custom_id_5',
];
const NAMES_IN_SCHEMA: Record<string, string> = {
	candidateId: 'candidate_id',
	srcId: 'src_id',
	vacancyId: 'vacancy_id',
};
const VACANCY = 'filter[applicationMeta][vacancy]';
const EMAIL = 'filter[applicationMeta][email]';
const metaSchema = z
	.object({ accountId: z.string().optional(), [VACANCY]: z.string(), [EMAIL]: z.string() })
	.strict();

/** Finds applications by `filter[atsParameters][…]`, or by `filter[applicationMeta][vacancy]` and `[email]` together. */
export function findApplications(
	account: HarverAccount,
	query: Record<string, unknown>,
): Application[] {
	if (query.accountId !== undefined && query.accountId !== HARVER_ACCOUNT)
		throw new HarverError(403, 'No access to this account', 'plain');
	if (account.behavior.ignoreSearchFilters) return account.applications;
	if (VACANCY in query || EMAIL in query) {
		const { [VACANCY]: vacancy = '', [EMAIL]: email = '' } = validate(metaSchema, query) as Record<
			string,
			string | undefined
		>;
		const found = account.findApplication(vacancy, email);
		return found ? [found] : [];
	}
	if (query.accountId === undefined) throw new HarverError(400, 'accountId is required');
	const wanted = Object.entries(query)
		.filter(([name]) => name !== 'accountId')
		.map(([name, value]) => {
			const parameter = getParameter(account, name);
			if (parameter === undefined) throw new HarverError(400, `${name} is not allowed`);
			return [parameter, value] as const;
		});
	if (wanted.length === 0) throw new HarverError(400, 'A filter is required');
	return account.applications.filter(({ atsParameters }) =>
		wanted.every(([parameter, value]) => atsParameters[parameter] === value),
	);
}

/** The ATS parameter that a filter searches, if it is one of those allowed. */
function getParameter({ behavior }: HarverAccount, filter: string): string | undefined {
	const name = /^filter\[atsParameters\]\[(.+)\]$/u.exec(filter)?.[1] ?? '';
	if (behavior.atsSearchNames !== 'schema' && NAMES_IN_TEXT.includes(name)) return name;
	return behavior.atsSearchNames === 'text' ? undefined : NAMES_IN_SCHEMA[name];
}
