import { matchTag, normalizeTag } from '../../shared/node/tagPattern';
import type { Vacancy, VacancyCatalog } from '../requests/vacancyCatalog';

/** How tags name a vacancy. */
export interface TagRules {
	/** `Harver Vacancy: *`, where the name or ID of the vacancy stands for `*`; '' for none. */
	pattern: string;
	/** Tags that stand for a vacancy, by its ID or name. */
	table: { tag: string; vacancy: string }[];
}

export type VacancyProblem =
	'vacancyNotFound' | 'vacancyAmbiguous' | 'vacancyClosed' | 'vacancyDraft';

/** The result of looking up a vacancy by its name or ID. */
export type VacancyMatch = { vacancy: Vacancy } | { problem: VacancyProblem; vacancy?: Vacancy };

/** Returns the names or IDs of vacancies that tags hold, each once; for a tag, the table goes before the pattern. */
export function getVacancyReferences(tags: unknown, { pattern, table }: TagRules): string[] {
	const texts = Array.isArray(tags) ? tags.filter((tag) => typeof tag === 'string') : [];
	const references = texts.map((tag) => {
		const row = table.find((entry) => isSameIgnoringCase(entry.tag, tag));
		if (row) return row.vacancy.trim();
		return pattern.trim() === '' ? '' : (matchTag(pattern, tag) ?? '');
	});
	return references.filter(
		(reference, index) =>
			reference !== '' &&
			references.findIndex((other) => isSameIgnoringCase(other, reference)) === index,
	);
}

/**
 * Finds the vacancy that a reference means: the open one with that ID, else the only open one with that name. One that matches
 * exactly wins over those that differ in case. Never guesses: several with one name, a closed one or none are problems.
 */
export async function chooseVacancy(
	reference: string,
	catalog: VacancyCatalog,
): Promise<VacancyMatch> {
	const known = findMatches(reference, catalog.open);
	const open = known.length === 1 ? known : findMatches(reference, await catalog.refreshOpen());
	const [vacancy] = open;
	if (vacancy) return open.length === 1 ? { vacancy } : { problem: 'vacancyAmbiguous' };
	const others = await catalog.readOthers();
	const [closed] = findMatches(reference, others.closed);
	if (closed) return { problem: 'vacancyClosed', vacancy: closed };
	const [draft] = findMatches(reference, others.draft);
	return draft ? { problem: 'vacancyDraft', vacancy: draft } : { problem: 'vacancyNotFound' };
}

function findMatches(reference: string, vacancies: Vacancy[]): Vacancy[] {
	const candidates = [
		vacancies.filter(({ id }) => isSameIgnoringCase(id, reference)),
		vacancies.filter(({ name }) => normalizeTag(name) === normalizeTag(reference)),
		vacancies.filter(({ name }) => isSameIgnoringCase(name, reference)),
	];
	return candidates.find((matches) => matches.length > 0) ?? [];
}

function isSameIgnoringCase(one: string, other: string): boolean {
	return normalizeTag(one).toLowerCase() === normalizeTag(other).toLowerCase();
}
