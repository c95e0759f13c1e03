import type { IDataObject } from 'n8n-workflow';
import { UserError } from 'n8n-workflow';

import { parseTimestamp } from '../../../shared/node/parseTimestamp';
import { toText, parseList, withoutUndefined } from '../../../shared/node/parameters';
import { splitLinks } from '../../../shared/node/webAddress';

/** What the fields of the node say about a new opportunity. */
export interface GivenOpportunity {
	name: string;
	emails: unknown;
	posting: string;
	stage: string;
	hasResume: boolean;
	additionalFields: IDataObject;
}

/** The body of Lever's `POST /opportunities` (docs/lever-api.md, Opportunities): only what is given, moments in milliseconds. */
export interface NewOpportunity extends IDataObject {
	emails?: string[];
	links?: string[];
	postings?: string[];
	contact?: string;
	createdAt?: number;
}

/** The body for what is given. Throws UserError when nobody is given, or a moment is none or is one that Lever refuses. */
export function newOpportunity(
	given: GivenOpportunity,
	timezone: string,
	now: number,
): NewOpportunity {
	const { additionalFields: more, hasResume } = given;
	const createdAt = momentIn(more.createdAt, 'Created At', timezone);
	if (createdAt !== undefined && createdAt > now)
		throw new UserError('"Created At" lies in the future', {
			description: 'Lever takes moments in the past only.',
		});
	const body: NewOpportunity = withoutUndefined({
		name: textIn(given.name),
		emails: listIn(given.emails),
		phones: phonesIn(more.phones),
		headline: textIn(more.headline),
		location: textIn(more.location),
		links: listIn(more.links, splitLinks),
		contact: textIn(more.contact),
		postings: listIn([given.posting]),
		opportunityLocation: textIn(more.opportunityLocation),
		stage: textIn(given.stage),
		tags: listIn(more.tags),
		sources: listIn(more.sources),
		origin: textIn(more.origin),
		owner: textIn(more.owner),
		followers: listIn(more.followers),
		createdAt,
		archived: archivedIn(more, createdAt, timezone),
	});
	if (body.name ?? body.emails ?? body.contact ?? (hasResume || undefined)) return body;
	throw new UserError('No candidate is given', {
		description:
			'Fill in the name, an e-mail address, the contact or a resume. If a field holds an expression, check that it yields something for this item.',
	});
}

function archivedIn(
	{ archiveReason, archivedAt }: IDataObject,
	createdAt: number | undefined,
	timezone: string,
): IDataObject | undefined {
	const reason = textIn(archiveReason);
	const at = momentIn(archivedAt, 'Archived At', timezone);
	if (at === undefined) return reason === undefined ? undefined : { reason };
	if (reason === undefined)
		throw new UserError('"Archived At" is given without an archive reason', {
			description: 'Add the archive reason: Lever archives for a reason only.',
		});
	if (createdAt !== undefined && createdAt < at) return { reason, archivedAt: at };
	throw new UserError('"Archived At" needs an earlier "Created At"', {
		description: 'Add "Created At" with the moment at which the candidacy began.',
	});
}

function momentIn(value: unknown, field: string, timezone: string): number | undefined {
	if (value === undefined || value === null || value === '') return undefined;
	const moment = parseTimestamp(value, timezone);
	if (moment !== undefined) return moment;
	throw new UserError(`"${field}" is not a date and time`, {
		description: 'Give one such as 2026-01-31T09:00:00.',
	});
}

function phonesIn(phones: unknown): IDataObject[] | undefined {
	const { phone } = (phones ?? {}) as { phone?: IDataObject[] };
	const given = (phone ?? [])
		.map(({ type, value }) => withoutUndefined({ value: textIn(value), type: textIn(type) }))
		.filter(({ value }) => value !== undefined);
	return given.length > 0 ? given : undefined;
}

function textIn(value: unknown): string | undefined {
	return toText(value) || undefined;
}

function listIn(value: unknown, split?: (text: string) => string[]): string[] | undefined {
	const list = parseList(value, split);
	return list.length > 0 ? list : undefined;
}
