import type { IDataObject } from 'n8n-workflow';
import { UserError } from 'n8n-workflow';

import { parseTimestamp } from '../../../shared/node/parseTimestamp';
import { toText, parseList } from '../../../shared/node/parameters';
import type { QueryValue } from '../../../shared/http/types';

type Read = (value: unknown, timezone: string) => QueryValue | undefined;

const ids: Read = (value) => nonEmpty(parseList(value));
/** Tags, sources and places may have commas in them: a text is one of them. */
const names: Read = (value) => nonEmpty(parseList(value, (text) => text.split('\n')));
const text: Read = (value) => toText(value) || undefined;
const flag: Read = (value) =>
	['true', 'false'].includes(String(value)) ? String(value) === 'true' : undefined;
const moment: Read = parseTimestamp;

/** Each filter of the node: its parameter in Lever's query (docs/lever-api.md, Opportunities) and how its value is read. */
const FILTERS: Record<string, [parameter: string, read: Read]> = {
	advancedAfter: ['advanced_at_start', moment],
	advancedBefore: ['advanced_at_end', moment],
	archived: ['archived', flag],
	archivedAfter: ['archived_at_start', moment],
	archivedBefore: ['archived_at_end', moment],
	archivedPostings: ['archived_posting_id', ids],
	archiveReasons: ['archive_reason_id', ids],
	confidentiality: ['confidentiality', text],
	contacts: ['contact_id', ids],
	createdAfter: ['created_at_start', moment],
	createdBefore: ['created_at_end', moment],
	email: ['email', text],
	locations: ['location', names],
	origins: ['origin', ids],
	postings: ['posting_id', ids],
	snoozed: ['snoozed', flag],
	sources: ['source', names],
	stages: ['stage_id', ids],
	tags: ['tag', names],
	updatedAfter: ['updated_at_start', moment],
	updatedBefore: ['updated_at_end', moment],
};

/**
 * Lever's query for the filters that were added in the node (an expression may have yielded nothing for them); moments without a zone are in the timezone. Throws UserError
 * when one has no value that can be used: without it, the list would hold candidates who were meant to be left out.
 */
export function queryOf(filters: IDataObject, timezone: string): Record<string, QueryValue> {
	const given = Object.entries(FILTERS).filter(([name]) => name in filters);
	return Object.fromEntries(
		given.map(([name, [parameter, read]]) => {
			const value = read(filters[name], timezone);
			if (value === undefined) throw unusable(name, read);
			return [parameter, value];
		}),
	);
}

function unusable(name: string, read: Read): UserError {
	const shown = name
		.replace(/[A-Z]/gu, (letter) => ` ${letter}`)
		.replace(/^./u, (letter) => letter.toUpperCase());
	return new UserError(`The filter "${shown}" has no value that can be used`, {
		description: `${read === moment ? 'Give a date and time, e.g. 2026-01-31T09:00:00.' : 'Give it a value, or remove the filter.'} If it holds an expression, check that it yields something for this item.`,
	});
}

function nonEmpty(list: string[]): string[] | undefined {
	return list.length > 0 ? list : undefined;
}
