import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import { NodeApiError } from 'n8n-workflow';

import { toNodeError } from '../../../shared/http/toNodeError';
import type { QueryValue } from '../../../shared/http/types';
import { leverList } from '../../transport/request';
import type { NewOpportunity } from './newOpportunity';

/** Milliseconds that Lever's clock and ours may differ by. */
const CLOCK_DRIFT = 60_000;

/** Whether a new opportunity can be told from others: without a person, nothing can be looked for. */
export function canBeFound({ emails, contact }: NewOpportunity): boolean {
	return emails !== undefined || contact !== undefined;
}

/**
 * The opportunity that a creation of unknown fate has made, or `undefined`: of the same person, for the same posting (or
 * none), and created since the call began (or at the moment that was asked for). Throws NodeApiError.
 */
export async function findCreated(
	context: IExecuteFunctions,
	itemIndex: number,
	wanted: NewOpportunity,
	startedAt: number,
): Promise<IDataObject | undefined> {
	const since = wanted.createdAt ?? startedAt - CLOCK_DRIFT;
	const people: Record<string, QueryValue>[] = wanted.emails?.map((email) => ({ email })) ?? [
		{ contact_id: [wanted.contact ?? ''] },
	];
	for (const person of people) {
		const candidates = await withConfidential(context, itemIndex, {
			...person,
			created_at_start: since,
		});
		const created = candidates.find(({ applications, createdAt }) => {
			const isNow =
				wanted.createdAt === undefined ? Number(createdAt) >= since : Number(createdAt) === since;
			return isNow && postingOf(applications) === wanted.postings?.[0];
		});
		if (created) return { ...created, applications: idsOf(created.applications) };
	}
	return undefined;
}

/** A confidential posting makes a confidential opportunity, which not every key may look for (docs/lever-api.md, Opportunities). */
async function withConfidential(
	context: IExecuteFunctions,
	itemIndex: number,
	query: Record<string, QueryValue>,
): Promise<IDataObject[]> {
	const list = async (confidentiality?: string): Promise<IDataObject[]> =>
		await leverList(context, {
			method: 'GET',
			path: '/opportunities',
			query: { ...query, confidentiality, expand: ['applications'] },
			description: 'look whether the opportunity was created',
			itemIndex,
		});
	try {
		return await list('all');
	} catch (error) {
		if (error instanceof NodeApiError && error.httpCode === '403') return await list();
		throw toNodeError(context.getNode(), error);
	}
}

function postingOf(applications: unknown): string | undefined {
	const [application] = recordsIn(applications);
	return typeof application?.posting === 'string' ? application.posting : undefined;
}

function idsOf(applications: unknown): unknown[] {
	return recordsIn(applications).map(({ id }) => id);
}

function recordsIn(applications: unknown): IDataObject[] {
	return Array.isArray(applications) ? (applications as IDataObject[]) : [];
}
