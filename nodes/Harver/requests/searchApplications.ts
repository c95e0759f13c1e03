import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import { NodeApiError, NodeOperationError } from 'n8n-workflow';

import { toNodeError } from '../../shared/http/toNodeError';
import { toText } from '../../shared/node/parameters';
import { asObject } from '../../shared/object';
import { OPPORTUNITY_PARAMETER } from '../items/atsParameters';
import { harverClient } from '../transport/account';
import { harverList } from '../transport/request';

/** What applications are searched by: the candidate's email address in a vacancy, or what the invitation carried. */
export type ApplicationFilter =
	{ vacancyId: string; emailAddress: string } | { atsParameters: Record<string, string> };

/** What a search returns: a claim, until the application itself has been compared with what was searched for. */
export interface SearchHit {
	id: string;
	/** `null` when Harver does not say it. */
	vacancyId: string | null;
}

/** Harver's guide and its document spell these names differently (docs/harver-api.md, Finding applications). */
const SPELLINGS: [string, string][] = [
	['candidate_id', 'candidateId'],
	['vacancy_id', 'vacancyId'],
	['src_id', 'srcId'],
];
export const OTHER_SPELLING = new Map<string, string>(
	SPELLINGS.flatMap(([one, other]) => [
		[one, other],
		[other, one],
	]),
);
/** By host and name, the spelling that Harver accepted after it had rejected the name. */
const acceptedSpellings = new Map<string, string>();

/**
 * Searches the applications of an account (docs/harver-api.md, Finding applications). `description` goes into errors. Throws
 * NodeApiError.
 */
export async function searchApplications(
	context: IExecuteFunctions,
	itemIndex: number,
	search: { accountId: string; filter: ApplicationFilter; description: string },
): Promise<SearchHit[]> {
	const { filter, ...rest } = search;
	if ('emailAddress' in filter) {
		const meta = { vacancy: filter.vacancyId, email: filter.emailAddress };
		return await sendSearch(context, itemIndex, { ...rest, by: 'applicationMeta', values: meta });
	}
	const { baseUrl } = await harverClient(context);
	const searchSpelled = async (spell: (name: string) => string): Promise<SearchHit[]> => {
		const pairs = Object.entries(filter.atsParameters);
		const values = Object.fromEntries(pairs.map(([name, value]) => [spell(name), value]));
		return await sendSearch(context, itemIndex, { ...rest, by: 'atsParameters', values });
	};
	const acceptedSpelling = (name: string): string =>
		acceptedSpellings.get(`${baseUrl} ${name}`) ?? name;
	const otherSpelling = (name: string): string =>
		OTHER_SPELLING.get(acceptedSpelling(name)) ?? name;
	try {
		return await searchSpelled(acceptedSpelling);
	} catch (error) {
		const names = Object.keys(filter.atsParameters).filter((name) => OTHER_SPELLING.has(name));
		if (!isBadRequest(error) || names.length === 0) throw toNodeError(context.getNode(), error);
		const hits = await searchSpelled(otherSpelling).catch((second: unknown) => {
			throw toNodeError(context.getNode(), isBadRequest(second) ? error : second);
		});
		const accepted = names.map((name) => [`${baseUrl} ${name}`, otherSpelling(name)] as const);
		for (const [key, spelling] of accepted) acceptedSpellings.set(key, spelling);
		return hits;
	}
}

/**
 * Searches for the applications that carry an opportunity's ID (docs/harver-api.md, Finding applications). Finds none where
 * Harver does not search by it. Throws NodeApiError.
 */
export async function searchByOpportunity(
	context: IExecuteFunctions,
	itemIndex: number,
	accountId: string,
	opportunityId: string | null,
): Promise<SearchHit[]> {
	if (opportunityId === null) return [];
	try {
		return await searchApplications(context, itemIndex, {
			accountId,
			filter: { atsParameters: { [OPPORTUNITY_PARAMETER]: opportunityId } },
			description: `look for the applications of the opportunity ${opportunityId}`,
		});
	} catch (error) {
		if (isBadRequest(error)) return [];
		throw toNodeError(context.getNode(), error);
	}
}

async function sendSearch(
	context: IExecuteFunctions,
	itemIndex: number,
	{
		accountId,
		description,
		by,
		values,
	}: { accountId: string; description: string; by: string; values: Record<string, string> },
): Promise<SearchHit[]> {
	const filter: Record<string, string> = {};
	for (const [name, value] of Object.entries(values)) filter[`filter[${by}][${name}]`] = value;
	const records = await harverList(context, {
		method: 'GET',
		path: '/applications',
		query: { accountId, ...filter },
		description,
		accept404: true,
		itemIndex,
	});
	const hits = records.map(toHit);
	if (hits.every(({ id }) => id !== '')) return hits;
	throw new NodeOperationError(
		context.getNode(),
		`Harver returned applications without an ID: could not ${description}`,
		{ itemIndex, description: "Try again later. If that does not help, ask Harver's support." },
	);
}

function isBadRequest(error: unknown): boolean {
	return error instanceof NodeApiError && error.httpCode === '400';
}

function toHit(record: IDataObject): SearchHit {
	const related = asObject(asObject(asObject(record.relationships).vacancy).data).id;
	const vacancyId =
		toText(record.vacancyId) || toText(asObject(record.attributes).vacancyId) || toText(related);
	return { id: toText(record.id), vacancyId: vacancyId || null };
}
