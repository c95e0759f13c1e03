import { toText } from '../../shared/node/parameters';
import { leverIdsIn } from '../invite/atsParameters';
import { standingOf } from './completion';
import { asObject, asObjects } from '../../shared/object';
import { toIsoDate } from '../../shared/node/parseTimestamp';
import { withoutMagicLinks } from './magicLinks';
import { REPORT_TYPES, reportLinksIn } from './reportLinks';

/** Included records that are lifted into fields of their own. */
const LIFTED = new Set(['vacancies', 'ats-parameters', 'matching-results', ...REPORT_TYPES]);

/**
 * An application as an item that a flow reads without knowing JSON:API (docs/harver-api.md, Reading an application):
 * - `id`, `status`, `completed` (whether the candidate has finished), `matchingScore` 0–100 or null, `matchingProfile`
 *   `{ bracketId, label }` or null, `appliedAt` and `completedAt` (ISO or null), `progress` `{ all, completed }` or null,
 *   `language` or null, and whatever else Harver's attributes hold;
 * - `candidate` `{ id, firstName, lastName, email }`, `vacancy` `{ id, name, location }` (name and location with the
 *   include `vacancy`), `accountId` or null;
 * - with the include `ats`: `ats`, all pairs, and `lever` `{ opportunityId, contactId, applicationId, postingId }`, each or null;
 * - with `matching-results`: `modules` `[{ id, type, score, weight, status, language, calculatedAt }]`;
 * - with `report`: `report` `{ report, factSheet, candidatePage }`, each a link or null;
 * - `included`: the records of all other includes as Harver gives them.
 * Magic links are left out.
 */
export function applicationItem(
	document: { data?: unknown; included: unknown },
	includes: string[],
): Record<string, unknown> {
	const [application = {}] = asObjects(withoutMagicLinks(document.data));
	const included = asObjects(withoutMagicLinks(document.included));
	const { candidate, vacancy, account } = asObject(application.relationships);
	const attributes = asObject(application.attributes);
	return {
		id: application.id,
		...attributes,
		...keyFacts(attributes),
		candidate: candidateIn(candidate),
		vacancy: vacancyIn(vacancy, included),
		accountId: toText(relatedRecord(account).id) || null,
		...(includes.includes('ats') ? atsIn(included) : {}),
		...(includes.includes('matching-results') ? { modules: modulesIn(included) } : {}),
		...(includes.includes('report') ? { report: reportLinksIn(included) } : {}),
		included: included.filter(({ type }) => !LIFTED.has(toText(type))),
	};
}

function keyFacts(attributes: Record<string, unknown>): Record<string, unknown> {
	return {
		status: attributes.status ?? null,
		completed: standingOf(attributes) === 'completed',
		matchingScore: attributes.matchingScore ?? null,
		matchingProfile: attributes.matchingProfile ?? null,
		appliedAt: toIsoDate(attributes.appliedAt),
		completedAt: toIsoDate(attributes.completedAt),
		progress: attributes.progress ?? null,
		language: attributes.language ?? null,
	};
}

function candidateIn(relation: unknown): Record<string, unknown> {
	const { id, email, attributes } = relatedRecord(relation);
	const details = asObject(attributes);
	return {
		id: id ?? null,
		firstName: details.firstName ?? null,
		lastName: details.lastName ?? null,
		email: details.email ?? email ?? null,
	};
}

function vacancyIn(
	relation: unknown,
	included: Record<string, unknown>[],
): Record<string, unknown> {
	const vacancy = included.find(({ type }) => type === 'vacancies') ?? {};
	const { name, location } = asObject(vacancy.attributes);
	return {
		id: relatedRecord(relation).id ?? vacancy.id ?? null,
		name: name ?? null,
		location: location ?? null,
	};
}

function atsIn(included: Record<string, unknown>[]): Record<string, unknown> {
	const ats = atsParametersIn(included);
	return { ats, lever: leverIdsIn(ats) };
}

/** The ATS parameters among an application's included records: all pairs (docs/harver-api.md, ATS parameters). */
export function atsParametersIn(included: Record<string, unknown>[]): Record<string, unknown> {
	const pairs = included
		.filter(({ type }) => type === 'ats-parameters')
		.map(({ attributes }) => asObject(attributes));
	return Object.fromEntries(pairs.flatMap((parameters) => Object.entries(parameters)));
}

function modulesIn(included: Record<string, unknown>[]): Record<string, unknown>[] {
	const results = included.filter(({ type }) => type === 'matching-results');
	return results.map(({ id, attributes }) => {
		const { moduleType, moduleScore, moduleWeight, status, language, calculatedAt } =
			asObject(attributes);
		return {
			id: id ?? null,
			type: moduleType ?? null,
			score: moduleScore ?? null,
			weight: moduleWeight ?? null,
			status: status ?? null,
			language: language ?? null,
			calculatedAt: toIsoDate(calculatedAt),
		};
	});
}

function relatedRecord(relation: unknown): Record<string, unknown> {
	return asObjects(asObject(relation).data)[0] ?? {};
}
