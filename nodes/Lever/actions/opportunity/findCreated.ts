import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import { NodeApiError } from 'n8n-workflow';

import { toNodeError } from '../../../shared/http/toNodeError';
import type { QueryValue } from '../../../shared/http/types';
import { parseList } from '../../../shared/node/parameters';
import { leverList } from '../../transport/request';
import type { OpportunityBody } from './createBody';

/** How far Lever's clock and ours may differ, in milliseconds. */
const CLOCK_SKEW = 60_000;

/** Whether a new opportunity can be looked for later: Lever only finds those of a known person. */
export function isIdentifiable({ emails, contact }: OpportunityBody): boolean {
	return emails !== undefined || contact !== undefined;
}

/**
 * The opportunity that a request whose answer was lost has created, or `undefined`: of the same person, for the same posting
 * (or none), and created since the request began (or at the requested time). Throws NodeApiError.
 */
export async function findCreated(
	context: IExecuteFunctions,
	itemIndex: number,
	wanted: OpportunityBody,
	startedAt: number,
): Promise<IDataObject | undefined> {
	const since = wanted.createdAt ?? startedAt - CLOCK_SKEW;
	const people: Record<string, QueryValue>[] = wanted.emails?.map((email) => ({ email })) ?? [
		{ contact_id: [wanted.contact ?? ''] },
	];
	for (const person of people) {
		const candidates = await listWithConfidential(context, itemIndex, {
			...person,
			created_at_start: since,
		});
		const created = candidates.find((candidate) => {
			const createdAt = Number(candidate.createdAt);
			return (
				(wanted.createdAt === undefined ? createdAt >= since : createdAt === since) &&
				getPostingId(candidate.applications) === wanted.postings?.[0] &&
				isSamePerson(candidate, wanted)
			);
		});
		if (created) return { ...created, applications: getIds(created.applications) };
	}
	return undefined;
}

/** Compares the person, in case Lever ignores the filter and returns another candidate. */
function isSamePerson({ emails, contact }: IDataObject, wanted: OpportunityBody): boolean {
	if (!wanted.emails) return contact === wanted.contact;
	const wantedEmails = wanted.emails.map(canonicalizeEmail);
	return parseList(emails).some((email) => wantedEmails.includes(canonicalizeEmail(email)));
}

/** Lever finds an address in another spelling too: upper case, dots or a +tag before the @. */
function canonicalizeEmail(email: string): string {
	const [name = '', domain = ''] = email.toLowerCase().split('@');
	return `${name.replace(/\+.*$/u, '').replaceAll('.', '')}@${domain}`;
}

/** A confidential posting makes the opportunity confidential, which not every key can read (docs/lever-api.md, Opportunities). */
async function listWithConfidential(
	context: IExecuteFunctions,
	itemIndex: number,
	query: Record<string, QueryValue>,
): Promise<IDataObject[]> {
	const list = async (confidentiality?: string): Promise<IDataObject[]> =>
		await leverList(context, {
			method: 'GET',
			path: '/opportunities',
			query: { ...query, confidentiality, expand: ['applications'] },
			description: 'check whether the opportunity was created',
			itemIndex,
		});
	try {
		return await list('all');
	} catch (error) {
		if (error instanceof NodeApiError && error.httpCode === '403') return await list();
		throw toNodeError(context.getNode(), error);
	}
}

function getPostingId(applications: unknown): string | undefined {
	const [application] = asRecords(applications);
	return typeof application?.posting === 'string' ? application.posting : undefined;
}

function getIds(applications: unknown): unknown[] {
	return asRecords(applications).map(({ id }) => id);
}

function asRecords(applications: unknown): IDataObject[] {
	return Array.isArray(applications) ? (applications as IDataObject[]) : [];
}
