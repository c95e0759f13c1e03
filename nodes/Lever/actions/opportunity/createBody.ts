import type { IDataObject } from 'n8n-workflow';
import { UserError } from 'n8n-workflow';

import { parseList, toText, withoutUndefined } from '../../../shared/node/parameters';
import { parseTimestamp } from '../../../shared/node/parseTimestamp';
import { splitLinks } from '../../fields/lists';
import type { MultipartPart } from '../../transport/multipart';

/** What the fields of the node contain. */
export interface OpportunityFields {
	name: string;
	emails: unknown;
	posting: string;
	stage: string;
	hasResume: boolean;
	additionalFields: IDataObject;
}

/** The body of Lever's `POST /opportunities` (docs/lever-api.md, Opportunities): only what is given, times in milliseconds. */
export interface OpportunityBody extends IDataObject {
	emails?: string[];
	links?: string[];
	postings?: string[];
	contact?: string;
	createdAt?: number;
}

/** A file to be sent with a new opportunity. */
export interface UploadedFile {
	fileName: string;
	contentType: string;
	bytes: Buffer;
}

/** Builds the body. Throws UserError when no candidate is given, or a date is not one or is one that Lever rejects. */
export function buildOpportunity(
	{ additionalFields: more, ...given }: OpportunityFields,
	timezone: string,
	now: number,
): OpportunityBody {
	const createdAt = parseDate(more.createdAt, 'Created At', timezone);
	if (createdAt !== undefined && createdAt > now)
		throw new UserError('"Created At" is in the future', {
			description: 'Lever only accepts dates in the past. Enter an earlier date.',
		});
	const body: OpportunityBody = withoutUndefined({
		name: optionalText(given.name),
		emails: optionalList(given.emails),
		phones: parsePhones(more.phones),
		headline: optionalText(more.headline),
		location: optionalText(more.location),
		links: optionalList(more.links, splitLinks),
		contact: optionalText(more.contact),
		postings: optionalList([given.posting]),
		opportunityLocation: optionalText(more.opportunityLocation),
		stage: optionalText(given.stage),
		tags: optionalList(more.tags),
		sources: optionalList(more.sources),
		origin: optionalText(more.origin),
		owner: optionalText(more.owner),
		followers: optionalList(more.followers),
		createdAt,
		archived: parseArchived(more, createdAt, timezone),
	});
	if (body.name ?? body.emails ?? body.contact ?? (given.hasResume || undefined)) return body;
	throw new UserError('No candidate was provided', {
		description:
			'Enter a name, an email address, a contact ID or a resume. If a field contains an expression, check that it returns a value for this item.',
	});
}

/**
 * Builds the same as the parts of a form, which Lever requires when files go with it: lists as `emails[]`, records as
 * `archived[reason]` (docs/lever-api.md, Opportunities). Phones go without their type, for which no form field is known.
 */
export function buildForm(
	body: OpportunityBody,
	resume: UploadedFile | undefined,
	files: UploadedFile[],
): MultipartPart[] {
	return [
		...Object.entries(body).flatMap(([name, value]) => buildParts(name, value)),
		...(resume ? [{ name: 'resumeFile', ...resume }] : []),
		...files.map((file) => ({ name: 'files[]', ...file })),
	];
}

function buildParts(name: string, value: unknown): MultipartPart[] {
	if (Array.isArray(value))
		return value.flatMap((entry: unknown) =>
			isPhone(entry)
				? [{ name: `${name}[][value]`, value: entry.value }]
				: buildParts(`${name}[]`, entry),
		);
	if (typeof value === 'object' && value !== null)
		return Object.entries(value).flatMap(([key, entry]) => buildParts(`${name}[${key}]`, entry));
	return [{ name, value: String(value) }];
}

function isPhone(entry: unknown): entry is { value: string } {
	return typeof entry === 'object' && entry !== null && 'value' in entry;
}

function parseArchived(
	{ archiveReason, archivedAt }: IDataObject,
	createdAt: number | undefined,
	timezone: string,
): IDataObject | undefined {
	const reason = optionalText(archiveReason);
	const at = parseDate(archivedAt, 'Archived At', timezone);
	if (at === undefined) return reason === undefined ? undefined : { reason };
	if (reason === undefined)
		throw new UserError('"Archived At" requires an archive reason', {
			description: 'Add the field "Archive Reason Name or ID".',
		});
	if (createdAt !== undefined && createdAt < at) return { reason, archivedAt: at };
	throw new UserError('"Archived At" requires an earlier "Created At"', {
		description: 'Add the field "Created At" with the date when the opportunity was created.',
	});
}

function parseDate(value: unknown, field: string, timezone: string): number | undefined {
	if (value === undefined || value === null || value === '') return undefined;
	const time = parseTimestamp(value, timezone);
	if (time !== undefined) return time;
	throw new UserError(`"${field}" is not a date`, {
		description: 'Choose a date, or enter one such as 2026-01-31T09:00:00Z or a Unix timestamp.',
	});
}

function parsePhones(phones: unknown): IDataObject[] | undefined {
	const { phone } = (phones ?? {}) as { phone?: IDataObject[] };
	const given = (phone ?? [])
		.map(({ type, value }) =>
			withoutUndefined({ value: optionalText(value), type: optionalText(type) }),
		)
		.filter(({ value }) => value !== undefined);
	return given.length > 0 ? given : undefined;
}

function optionalText(value: unknown): string | undefined {
	return toText(value) || undefined;
}

function optionalList(value: unknown, split?: (text: string) => string[]): string[] | undefined {
	const list = parseList(value, split);
	return list.length > 0 ? list : undefined;
}
