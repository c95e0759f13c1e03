import { z } from 'zod';

import { validate, HarverError } from './errors';
import { HARVER_ACCOUNT, type HarverAccount } from './HarverAccount';
import type { Application } from './records';

/** The ATS parameters by which applications are found: those of the guide and those of the document. */
const SEARCHABLE = [
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
	'candidateId',
	'srcId',
	'vacancyId',
];
const VACANCY = 'filter[applicationMeta][vacancy]';
const EMAIL = 'filter[applicationMeta][email]';
const metaSchema = z
	.object({ accountId: z.string().optional(), [VACANCY]: z.string(), [EMAIL]: z.string() })
	.strict();

/** The applications that a query finds: `filter[atsParameters][…]` with the account, or `filter[applicationMeta][vacancy]` and `[email]` together. */
export function findApplications(
	account: HarverAccount,
	query: Record<string, unknown>,
): Application[] {
	if (query.accountId !== undefined && query.accountId !== HARVER_ACCOUNT)
		throw new HarverError(403, 'No access to this account', 'plain');
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
			const key = /^filter\[atsParameters\]\[(.+)\]$/u.exec(name)?.[1];
			if (key === undefined || !SEARCHABLE.includes(key))
				throw new HarverError(400, `${name} is not allowed`);
			return [key, value] as const;
		});
	if (wanted.length === 0) throw new HarverError(400, 'A filter is required');
	return account.applications.filter(({ atsParameters }) =>
		wanted.every(([key, value]) => atsParameters[key] === value),
	);
}
