import { toSingleLine, toText } from '../../shared/node/parameters';
import { toIsoDate } from '../../shared/node/parseTimestamp';
import { asObject, asObjects, isObject } from '../../shared/object';
import { getLeverIds } from './atsParameters';
import { getReportLinks, REPORT_TYPES } from './reportLinks';
import { getVacancyName } from './vacancy';
import { parseScore, removeMagicLinks } from './values';

/** Included records that become fields of their own. */
const EXTRACTED_TYPES = new Set([
	'vacancies',
	'ats-parameters',
	'matching-results',
	...REPORT_TYPES,
]);

/** Statuses of an application that the candidate may still be working on (docs/harver-api.md, Statuses). */
const OPEN_STATUSES = new Set(['in-progress', 'invited', '']);

/** Open for the candidate, completed by them, or decided by a recruiter before they completed it. */
export type ApplicationState = 'open' | 'completed' | 'decided';

/** Reads the state from an application's attributes; status `new` means completed (docs/harver-api.md, Statuses). */
export function getApplicationState({
	status,
	completedAt,
}: Record<string, unknown>): ApplicationState {
	if (Boolean(completedAt) || toText(status) === 'new') return 'completed';
	return OPEN_STATUSES.has(toText(status)) ? 'open' : 'decided';
}

/**
 * Builds the item of an application, which a workflow reads without knowing JSON:API (docs/harver-api.md, Reading an application):
 * - `id`, `status`, `completed` (whether the candidate has finished), `matchingScore` (a whole percentage) or null, `matchingProfile`
 *   `{ bracketId, label }` or null, `appliedAt` and `completedAt` (ISO or null), `progress` `{ all, completed }` or null,
 *   `language` or null, and Harver's other attributes;
 * - `candidate` `{ id, firstName, lastName, email }`, `vacancy` `{ id, name, location }` (name and location with the
 *   include `vacancy`), `accountId` or null;
 * - with the include `ats`: `ats`, all pairs, and `lever` `{ opportunityId, contactId, applicationId, postingId }`, each or null;
 * - with `matching-results`: `modules` `[{ id, type, score, weight, status, language, calculatedAt }]`;
 * - with `report`: `report` `{ report, factSheet, candidatePage }`, each a link or null;
 * - `included`: the records of all other includes as Harver returns them.
 * Magic links are left out.
 */
export function buildApplicationItem(
	document: { data?: unknown; included: unknown },
	includes: string[],
): Record<string, unknown> {
	const [application = {}] = asObjects(removeMagicLinks(document.data));
	const included = asObjects(removeMagicLinks(document.included));
	const { candidate, vacancy, account } = asObject(application.relationships);
	const attributes = asObject(application.attributes);
	return {
		id: application.id,
		...attributes,
		...getSummaryFields(attributes),
		candidate: getCandidate(candidate),
		vacancy: getVacancy(vacancy, included),
		accountId: toText(getRelated(account).id) || null,
		...(includes.includes('ats') ? getAtsFields(included) : {}),
		...(includes.includes('matching-results') ? { modules: getModules(included) } : {}),
		...(includes.includes('report') ? { report: getReportLinks(included) } : {}),
		included: included.filter(({ type }) => !EXTRACTED_TYPES.has(toText(type))),
	};
}

/** Returns the ATS parameters among an application's included records, all pairs in one object (docs/harver-api.md, ATS parameters). */
export function getAtsParameters(included: Record<string, unknown>[]): Record<string, unknown> {
	const pairs = included
		.filter(({ type }) => type === 'ats-parameters')
		.map(({ attributes }) => asObject(attributes));
	return Object.fromEntries(pairs.flatMap((parameters) => Object.entries(parameters)));
}

function getSummaryFields(attributes: Record<string, unknown>): Record<string, unknown> {
	return {
		status: attributes.status ?? null,
		completed: getApplicationState(attributes) === 'completed',
		matchingScore: parseScore(attributes.matchingScore),
		matchingProfile: getMatchingProfile(attributes.matchingProfile),
		appliedAt: toIsoDate(attributes.appliedAt),
		completedAt: toIsoDate(attributes.completedAt),
		progress: attributes.progress ?? null,
		language: attributes.language ?? null,
	};
}

function getMatchingProfile(value: unknown): Record<string, unknown> | null {
	if (!isObject(value)) return null;
	return { ...value, label: toSingleLine(value.label) || null };
}

function getCandidate(relation: unknown): Record<string, unknown> {
	const { id, email, attributes } = getRelated(relation);
	const details = asObject(attributes);
	return {
		id: id ?? null,
		firstName: toSingleLine(details.firstName) || null,
		lastName: toSingleLine(details.lastName) || null,
		email: details.email ?? email ?? null,
	};
}

function getVacancy(
	relation: unknown,
	included: Record<string, unknown>[],
): Record<string, unknown> {
	const vacancy = included.find(({ type }) => type === 'vacancies') ?? {};
	return {
		id: getRelated(relation).id ?? vacancy.id ?? null,
		name: getVacancyName(vacancy) || null,
		location: asObject(vacancy.attributes).location ?? null,
	};
}

function getAtsFields(included: Record<string, unknown>[]): Record<string, unknown> {
	const ats = getAtsParameters(included);
	return { ats, lever: getLeverIds(ats) };
}

function getModules(included: Record<string, unknown>[]): Record<string, unknown>[] {
	const results = included.filter(({ type }) => type === 'matching-results');
	return results.map(({ id, attributes }) => {
		const { moduleType, moduleScore, moduleWeight, status, language, calculatedAt } =
			asObject(attributes);
		return {
			id: id ?? null,
			type: toSingleLine(moduleType) || null,
			score: parseScore(moduleScore),
			weight: moduleWeight ?? null,
			status: status ?? null,
			language: language ?? null,
			calculatedAt: toIsoDate(calculatedAt),
		};
	});
}

function getRelated(relation: unknown): Record<string, unknown> {
	return asObjects(asObject(relation).data)[0] ?? {};
}
