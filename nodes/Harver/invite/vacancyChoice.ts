import { matchTag } from '../../shared/node/tagPattern';

/** A Harver vacancy as far as choosing needs it. */
export interface Vacancy {
	id: string;
	name: string;
}

/** The account's vacancies by status; the others are asked for only when no open one fits. */
export interface Vacancies {
	open: Vacancy[];
	/** The open ones as they are now, or were a moment ago; missing when `open` is that already. */
	openNow?(): Promise<Vacancy[]>;
	notOpen(): Promise<{ closed: Vacancy[]; draft: Vacancy[] }>;
}

/** How the tags say which vacancy is meant. */
export interface TagRules {
	/** `Harver Vacancy: *`, where the name or the id of the vacancy stands for `*`; '' for none. */
	pattern: string;
	/** Tags that mean a vacancy, by its id or name. */
	table: { tag: string; vacancy: string }[];
}

export type VacancyProblem =
	'vacancyNotFound' | 'vacancyAmbiguous' | 'vacancyClosed' | 'vacancyDraft';

/** What a wish for a vacancy came to. `wish` is the name or id that was asked for. */
export type Choice =
	{ wish: string; vacancy: Vacancy } | { wish: string; problem: VacancyProblem; vacancy?: Vacancy };

/** The vacancies that tags ask for, by name or id, each once; the table goes before the pattern for a tag. */
export function wishesInTags(tags: unknown, rules: TagRules): string[] {
	const texts = Array.isArray(tags) ? tags.filter((tag) => typeof tag === 'string') : [];
	const wishes = texts.map((tag) => {
		const row = rules.table.find((candidate) => comparable(candidate.tag) === comparable(tag));
		return row
			? row.vacancy.trim()
			: rules.pattern.trim() === ''
				? undefined
				: matchTag(rules.pattern, tag);
	});
	const seen = new Set<string>();
	return wishes.filter((wish): wish is string => {
		if (wish === undefined || wish === '' || seen.has(comparable(wish))) return false;
		seen.add(comparable(wish));
		return true;
	});
}

/**
 * Finds the vacancy that a wish means: an open one with that id, else the only open one of that name (upper and lower
 * case and spaces the same). Never guesses: several of one name, one that is closed or none at all are problems.
 */
export async function chooseVacancy(wish: string, vacancies: Vacancies): Promise<Choice> {
	const before = fitting(wish, vacancies.open);
	const open =
		before.length !== 1 && vacancies.openNow ? fitting(wish, await vacancies.openNow()) : before;
	const [vacancy] = open;
	if (vacancy && open.length === 1) return { wish, vacancy };
	if (vacancy) return { wish, problem: 'vacancyAmbiguous' };
	const { closed, draft } = await vacancies.notOpen();
	const [closedOne] = fitting(wish, closed);
	if (closedOne) return { wish, problem: 'vacancyClosed', vacancy: closedOne };
	const [draftOne] = fitting(wish, draft);
	return draftOne
		? { wish, problem: 'vacancyDraft', vacancy: draftOne }
		: { wish, problem: 'vacancyNotFound' };
}

function fitting(wish: string, vacancies: Vacancy[]): Vacancy[] {
	const byId = vacancies.filter(({ id }) => comparable(id) === comparable(wish));
	return byId.length > 0
		? byId
		: vacancies.filter(({ name }) => comparable(name) === comparable(wish));
}

function comparable(text: string): string {
	return text.normalize('NFKC').replace(/\s+/gu, ' ').trim().toLowerCase();
}
