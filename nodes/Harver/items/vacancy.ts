import { toText } from '../../shared/node/parameters';
import { asObject } from '../../shared/object';
import { toIsoDate } from '../../shared/node/parseTimestamp';

/** What a vacancy is called: its name, else its title, which may come as a list. */
export function getVacancyName(record: Record<string, unknown>): string {
	const { name, title } = asObject(record.attributes);
	return toText(name) || toText(Array.isArray(title) ? title[0] : title);
}

/** The status that a vacancy states, wherever Harver puts it; `undefined` when it states none (the document has no place for it). */
export function getVacancyStatus(record: Record<string, unknown>): string | undefined {
	const stated = [
		asObject(record.attributes).status,
		asObject(record.meta).status,
		record.status,
	].map(toText);
	return stated.find((status) => status !== '')?.toLowerCase();
}

/**
 * A vacancy as an item: `{ id, name, title, status, location, createdAt (ISO), applicationUrl, description, account?,
 * candidatesPerStatus?, locations?, regions?, jobFunctions? }`. `status` is null when Harver does not say it and the
 * request did not ask for one; the ids of locations, regions and job functions come from the relationships.
 */
export function buildVacancyItem(
	record: Record<string, unknown>,
	askedStatus?: string,
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
		status: getVacancyStatus(record) ?? askedStatus ?? null,
		createdAt: toIsoDate(attributes.createdAt),
		...(counts === undefined ? {} : { candidatesPerStatus: counts }),
		...Object.fromEntries(related.filter(([, data]) => data !== undefined)),
	};
}
