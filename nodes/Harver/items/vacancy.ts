import { toSingleLine, toText } from '../../shared/node/parameters';
import { toIsoDate } from '../../shared/node/parseTimestamp';
import { asObject } from '../../shared/object';

/** Returns a vacancy's name, or else its title, which may be a list (docs/harver-api.md, Vacancies); '' when it has neither. */
export function getVacancyName(record: Record<string, unknown>): string {
	const { name, title } = asObject(record.attributes);
	return toSingleLine(name) || toSingleLine(Array.isArray(title) ? title[0] : title);
}

/**
 * Returns the status that a vacancy states, in lower case, or `undefined`: Harver's document has no place for it, so it is
 * looked for wherever it may be (docs/harver-api.md, Vacancies).
 */
export function getVacancyStatus(record: Record<string, unknown>): string | undefined {
	const stated = [
		asObject(record.attributes).status,
		asObject(record.meta).status,
		record.status,
	].map(toText);
	return stated.find((status) => status !== '')?.toLowerCase();
}

/**
 * Builds the item of a vacancy: `{ id, name, title, status, location, createdAt (ISO), applicationUrl, description, account?,
 * candidatesPerStatus?, locations?, regions?, jobFunctions? }` (docs/harver-api.md, Vacancies). `status` is the stated one, or
 * else the one that the request filtered by, or null; the IDs of locations, regions and job functions come from the relationships.
 */
export function buildVacancyItem(
	record: Record<string, unknown>,
	requestedStatus?: string,
): Record<string, unknown> {
	const attributes = asObject(record.attributes);
	const counts = asObject(record.meta)['candidates-per-status'];
	const related = Object.entries(asObject(record.relationships)).map(
		([name, relation]) => [name, asObject(relation).data] as const,
	);
	return {
		id: record.id,
		...attributes,
		name: getVacancyName(record),
		status: getVacancyStatus(record) ?? requestedStatus ?? null,
		createdAt: toIsoDate(attributes.createdAt),
		...(counts === undefined ? {} : { candidatesPerStatus: counts }),
		...Object.fromEntries(related.filter(([, data]) => data !== undefined)),
	};
}
