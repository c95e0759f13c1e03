import type { IDataObject } from 'n8n-workflow';

import { path } from '../../shared/http/path';
import type { RequestContext, ServiceRequest } from '../../shared/http/types';
import { leverRawRequest, leverList, leverRequest } from '../transport/request';

/** The records that belong to an opportunity, by their path below it, and what one of them is called. */
export const RECORD_NAMES = {
	notes: 'note',
	files: 'file',
	resumes: 'resume',
	feedback: 'feedback form',
};

/** The records of one kind of one opportunity. */
export interface OpportunityRecords {
	kind: keyof typeof RECORD_NAMES;
	opportunityId: string;
	itemIndex?: number;
}

/**
 * The records of a kind, each with its `opportunityId`; up to `limit`, else all (docs/lever-api.md, Notes and Files and
 * Resumes and Feedback). Throws NodeApiError.
 */
export async function getOpportunityRecords(
	context: RequestContext,
	{ kind, opportunityId, itemIndex }: OpportunityRecords,
	{ query, limit }: { query?: ServiceRequest['query']; limit?: number } = {},
): Promise<IDataObject[]> {
	const records = await leverList(
		context,
		{
			method: 'GET',
			path: path`/opportunities/${opportunityId}/${kind}`,
			query,
			description: `read the ${kind} of the opportunity ${opportunityId}`,
			itemIndex,
		},
		limit,
	);
	return records.map((record) => ({ ...record, opportunityId }));
}

/** Reads one record, with its `opportunityId` (docs/lever-api.md, Notes, Files, Resumes and Feedback). Throws NodeApiError. */
export async function getOpportunityRecord(
	context: RequestContext,
	{ kind, opportunityId, itemIndex }: OpportunityRecords,
	id: string,
): Promise<IDataObject> {
	const record = await leverRequest(context, {
		method: 'GET',
		path: path`/opportunities/${opportunityId}/${kind}/${id}`,
		description: `read the ${RECORD_NAMES[kind]} ${id} of the opportunity ${opportunityId}`,
		itemIndex,
	});
	return { ...record, opportunityId };
}

/**
 * Deletes a note or a file (docs/lever-api.md, Notes and Files); one that is gone already counts as deleted, so that it is
 * safe to repeat. When Lever answers "not found", the list is checked, so that a wrong opportunity is not reported as done.
 * Throws NodeApiError.
 */
export async function deleteOpportunityRecord(
	context: RequestContext,
	records: OpportunityRecords,
	id: string,
	{ query, hint }: Pick<ServiceRequest, 'query' | 'hint'> = {},
): Promise<IDataObject> {
	const { kind, opportunityId, itemIndex } = records;
	const deletion: ServiceRequest = {
		method: 'DELETE',
		path: path`/opportunities/${opportunityId}/${kind}/${id}`,
		query,
		description: `delete the ${RECORD_NAMES[kind]} ${id} of the opportunity ${opportunityId}`,
		hint,
		itemIndex,
	};
	const { statusCode } = await leverRawRequest(context, { ...deletion, accept404: true });
	const isStillThere =
		statusCode === 404 &&
		(await getOpportunityRecords(context, records)).some((record) => record.id === id);
	if (isStillThere) await leverRawRequest(context, deletion);
	return { id, opportunityId, deleted: true };
}
