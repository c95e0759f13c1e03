import { toSingleLine, toText } from '../../shared/node/parameters';
import { toIsoDate } from '../../shared/node/parseTimestamp';
import { asObject, asObjects } from '../../shared/object';
import { getApplicationState } from './application';
import { parseScore, removeMagicLinks } from './values';

/** A candidate of a vacancy with one application; both keep Harver's other attributes. */
export interface VacancyCandidate {
	candidate: {
		id: unknown;
		firstName: string | null;
		lastName: string | null;
		fullName: string | null;
		email: unknown;
		[other: string]: unknown;
	};
	/** `completed`: whether the candidate has finished. `matchingScore`: a whole percentage. Times are ISO dates. */
	application: {
		id: unknown;
		status: string | null;
		completed: boolean;
		matchingScore: number | null;
		appliedAt: string | null;
		statusUpdatedAt: string | null;
		[other: string]: unknown;
	};
}

/** Joins each candidate with their application in the vacancy (docs/harver-api.md, Vacancies). */
export function joinVacancyCandidates(document: {
	data?: unknown;
	included: unknown;
}): VacancyCandidate[] {
	const applications = new Map(
		asObjects(removeMagicLinks(document.included)).map((record) => [toText(record.id), record]),
	);
	return asObjects(removeMagicLinks(document.data)).flatMap((record) => {
		const candidate = getCandidate(record);
		const related = asObjects(asObject(asObject(record.relationships).application).data ?? {});
		return related.map((reference) => ({
			candidate,
			application: getApplication(applications.get(toText(reference.id)) ?? reference),
		}));
	});
}

function getCandidate({ id, attributes }: Record<string, unknown>): VacancyCandidate['candidate'] {
	const { emailAddress, email, registeredAt, registerdAt, ...others } = asObject(attributes);
	const [firstName, lastName, fullName] = ['firstName', 'lastName', 'fullName'].map((name) =>
		toSingleLine(others[name]),
	);
	return {
		id,
		...others,
		firstName: firstName || null,
		lastName: lastName || null,
		fullName: fullName || [firstName, lastName].filter(Boolean).join(' ') || null,
		email: emailAddress ?? email ?? null,
		// The list of required attributes in Harver's document spells it "registerdAt".
		registeredAt: toIsoDate(registeredAt ?? registerdAt),
	};
}

function getApplication({
	id,
	attributes,
}: Record<string, unknown>): VacancyCandidate['application'] {
	const { status, matchingScore, appliedAt, statusUpdatedAt, ...others } = asObject(attributes);
	return {
		id: id ?? null,
		...others,
		status: toText(status) || null,
		completed: getApplicationState(asObject(attributes)) === 'completed',
		matchingScore: parseScore(matchingScore),
		appliedAt: toIsoDate(appliedAt),
		statusUpdatedAt: toIsoDate(statusUpdatedAt),
	};
}
