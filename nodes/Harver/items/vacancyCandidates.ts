import { toText } from '../../shared/node/parameters';
import { getApplicationState } from './application';
import { asObject, asObjects } from '../../shared/object';
import { toIsoDate } from '../../shared/node/parseTimestamp';
import { removeMagicLinks } from './values';

/** A candidate of a vacancy with one application; both carry Harver's other attributes too. */
export interface VacancyCandidate {
	candidate: {
		id: unknown;
		firstName: unknown;
		lastName: unknown;
		fullName: unknown;
		email: unknown;
		[other: string]: unknown;
	};
	/** `completed` says whether the candidate has finished; times are ISO. */
	application: {
		id: unknown;
		status: unknown;
		completed: boolean;
		matchingScore: unknown;
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
	const {
		emailAddress,
		email,
		firstName = null,
		lastName = null,
		fullName,
		registeredAt,
		registerdAt,
		...others
	} = asObject(attributes);
	return {
		id,
		...others,
		firstName,
		lastName,
		fullName: fullName ?? ([firstName, lastName].map(toText).filter(Boolean).join(' ') || null),
		email: emailAddress ?? email ?? null,
		// The document's list of required attributes spells it "registerdAt".
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
		status: status ?? null,
		completed: getApplicationState(asObject(attributes)) === 'completed',
		matchingScore: matchingScore ?? null,
		appliedAt: toIsoDate(appliedAt),
		statusUpdatedAt: toIsoDate(statusUpdatedAt),
	};
}
