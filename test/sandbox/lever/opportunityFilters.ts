import { z } from 'zod';

import type { LeverAccount } from './LeverAccount';
import { repeatable, milliseconds } from './pagination';
import type { Opportunity } from './records';

const boolean = z.enum(['true', 'false']);

/** Every filter of the list of opportunities (docs/lever-api.md, Opportunities). */
export const filtersSchema = {
	include: repeatable.optional(),
	tag: repeatable.optional(),
	email: z.string().optional(),
	origin: repeatable.optional(),
	source: repeatable.optional(),
	confidentiality: z.enum(['confidential', 'non-confidential', 'all']).default('non-confidential'),
	stage_id: repeatable.optional(),
	posting_id: repeatable.optional(),
	archived_posting_id: repeatable.optional(),
	created_at_start: milliseconds.optional(),
	created_at_end: milliseconds.optional(),
	updated_at_start: milliseconds.optional(),
	updated_at_end: milliseconds.optional(),
	advanced_at_start: milliseconds.optional(),
	advanced_at_end: milliseconds.optional(),
	archived_at_start: milliseconds.optional(),
	archived_at_end: milliseconds.optional(),
	archived: boolean.optional(),
	archive_reason_id: repeatable.optional(),
	snoozed: boolean.optional(),
	contact_id: repeatable.optional(),
	location: repeatable.optional(),
};

type Filters = z.infer<z.ZodObject<typeof filtersSchema>>;

/** Whether an opportunity matches the filters; several values of a filter are alternatives. */
export function fits(account: LeverAccount, opportunity: Opportunity, filters: Filters): boolean {
	const posting = opportunity.application?.posting;
	const email = filters.email?.trim().toLowerCase();
	return (
		(filters.confidentiality === 'all' ||
			opportunity.confidential === (filters.confidentiality === 'confidential')) &&
		(filters.tag?.some((tag) => opportunity.tags.includes(tag)) ?? true) &&
		(email === undefined ||
			account.getContactFor(opportunity).emails.some((own) => own.toLowerCase() === email)) &&
		isOneOf(filters.origin, opportunity.origin) &&
		(filters.source?.some((source) => opportunity.sources.includes(source)) ?? true) &&
		isOneOf(filters.stage_id, opportunity.stage) &&
		isOneOf(filters.posting_id, opportunity.archived ? undefined : posting) &&
		isOneOf(filters.archived_posting_id, opportunity.archived ? posting : undefined) &&
		between(opportunity.createdAt, filters.created_at_start, filters.created_at_end) &&
		between(opportunity.updatedAt, filters.updated_at_start, filters.updated_at_end) &&
		between(
			opportunity.stageChanges.at(-1)?.updatedAt,
			filters.advanced_at_start,
			filters.advanced_at_end,
		) &&
		between(opportunity.archived?.archivedAt, filters.archived_at_start, filters.archived_at_end) &&
		(filters.archived === undefined ||
			(opportunity.archived !== null) === (filters.archived === 'true')) &&
		isOneOf(filters.archive_reason_id, opportunity.archived?.reason) &&
		filters.snoozed !== 'true' &&
		isOneOf(filters.contact_id, opportunity.contact) &&
		isOneOf(
			filters.location,
			posting === undefined ? 'unspecified' : account.getPosting(posting).categories.location,
		)
	);
}

function isOneOf(wanted: string[] | undefined, value: string | undefined): boolean {
	return wanted === undefined || (value !== undefined && wanted.includes(value));
}

function between(
	value: number | undefined,
	start: number | undefined,
	end: number | undefined,
): boolean {
	if (start === undefined && end === undefined) return true;
	return value !== undefined && value >= (start ?? 0) && value <= (end ?? Infinity);
}
