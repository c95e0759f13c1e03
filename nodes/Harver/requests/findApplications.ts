import type { IExecuteFunctions } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

import { toText } from '../../shared/node/parameters';
import { asObject, asObjects } from '../../shared/object';
import { getApplicationState, getAtsParameters, type ApplicationState } from '../items/application';
import { readApplicationIfShown } from './application';
import {
	OTHER_SPELLING,
	searchApplications,
	type ApplicationFilter,
	type SearchHit,
} from './searchApplications';

/** The values that an application must have. The email address is compared when Harver shows no ATS parameters. */
export interface ApplicationCriteria {
	vacancyId?: string;
	emailAddress?: string;
	atsParameters?: Record<string, string>;
}

/** An application that is what was searched for. */
export interface FoundApplication extends SearchHit {
	state: ApplicationState;
}

/** More applications of other candidates than this mean that Harver ignores the filter. */
const MAX_MISMATCHES = 10;

/**
 * Finds the applications of an account that match a filter, `limit` at most: each hit of the search is read and compared
 * (docs/harver-api.md, Finding applications). `description` goes into errors. Throws what `confirmHits` throws.
 */
export async function findApplications(
	context: IExecuteFunctions,
	itemIndex: number,
	search: { accountId: string; filter: ApplicationFilter; description: string; limit?: number },
): Promise<FoundApplication[]> {
	const hits = await searchApplications(context, itemIndex, search);
	return await confirmHits(context, itemIndex, hits, search.filter, search.limit);
}

/**
 * Returns the hits that are what was searched for. Leaves out those that Harver lists but no longer shows. Throws
 * NodeOperationError when too many are not, or when Harver does not show what to compare; NodeApiError.
 */
export async function confirmHits(
	context: IExecuteFunctions,
	itemIndex: number,
	hits: SearchHit[],
	criteria: ApplicationCriteria,
	limit = Infinity,
): Promise<FoundApplication[]> {
	const confirmed: FoundApplication[] = [];
	let mismatches = 0;
	for (const hit of hits) {
		if (confirmed.length >= limit) break;
		const found = await confirm(context, itemIndex, hit, criteria);
		if (found === 'mismatch') mismatches += 1;
		else if (found !== 'gone') confirmed.push(found);
		if (mismatches > MAX_MISMATCHES) throw ignoredFilterError(context, itemIndex, hits.length);
	}
	return confirmed;
}

async function confirm(
	context: IExecuteFunctions,
	itemIndex: number,
	hit: SearchHit,
	criteria: ApplicationCriteria,
): Promise<FoundApplication | 'mismatch' | 'gone'> {
	const isElsewhere = (vacancyId: string): boolean =>
		criteria.vacancyId !== undefined &&
		vacancyId !== '' &&
		!isSameIgnoringCase(vacancyId, criteria.vacancyId);
	if (isElsewhere(hit.vacancyId ?? '')) return 'mismatch';
	const includes = criteria.atsParameters ? ['ats'] : [];
	const document = await readApplicationIfShown(context, itemIndex, hit.id, includes);
	if (!document) return 'gone';
	const [record = {}] = asObjects(document.data);
	const { vacancy } = asObject(record.relationships);
	const vacancyId = toText(asObject(asObject(vacancy).data).id);
	const matches =
		matchesParameters(getAtsParameters(document.included), criteria) ??
		matchesEmail(record, criteria);
	if (isElsewhere(vacancyId) || matches === false) return 'mismatch';
	if (matches === undefined) throw unconfirmedError(context, itemIndex, hit.id);
	const state = getApplicationState(asObject(record.attributes));
	return { id: hit.id, vacancyId: hit.vacancyId ?? (vacancyId || null), state };
}

/** Whether the parameters that Harver shows are those searched for; `undefined` when it shows none of them. */
function matchesParameters(
	shown: Record<string, unknown>,
	{ atsParameters = {} }: ApplicationCriteria,
): boolean | undefined {
	const values = Object.entries(atsParameters)
		.map(([name, value]) => ({
			value,
			shown: toText(shown[name] ?? shown[OTHER_SPELLING.get(name) ?? name]),
		}))
		.filter(({ shown }) => shown !== '');
	return values.length === 0 ? undefined : values.every(({ value, shown }) => value === shown);
}

function matchesEmail(
	{ relationships }: Record<string, unknown>,
	{ emailAddress }: ApplicationCriteria,
): boolean | undefined {
	const { email, attributes } = asObject(asObject(asObject(relationships).candidate).data);
	const shown = toText(email) || toText(asObject(attributes).email);
	if (emailAddress === undefined || shown === '') return undefined;
	return isSameIgnoringCase(shown, emailAddress);
}

function isSameIgnoringCase(one: string, other: string): boolean {
	return one.toLowerCase() === other.toLowerCase();
}

function ignoredFilterError(context: IExecuteFunctions, itemIndex: number, hits: number): Error {
	return new NodeOperationError(
		context.getNode(),
		`Harver's search returned ${hits.toString()} applications, most of them for other candidates`,
		{
			itemIndex,
			description:
				'Harver seems to ignore the search filter, so the results were not used. Ask Harver to check application search for your account.',
		},
	);
}

function unconfirmedError(context: IExecuteFunctions, itemIndex: number, id: string): Error {
	return new NodeOperationError(
		context.getNode(),
		`Harver's search returned the application ${id}, but does not show whose it is`,
		{
			itemIndex,
			description:
				'Harver returned neither the ATS parameters nor the email address from the search, so the application was not used. Check it in Harver. A search by "candidate_id", or by email and vacancy, is more reliable.',
		},
	);
}
