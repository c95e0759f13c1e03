import type { IDataObject } from 'n8n-workflow';

import { path } from '../../shared/http/path';
import type { RequestContext, ServiceRequest } from '../../shared/http/types';
import { leverAnswer, leverList, leverRequest } from '../transport/request';

/** What hangs on the profile of a candidate, by its place below the opportunity, and what one of it is called. */
export const KINDS = { notes: 'note', files: 'file', resumes: 'resume', feedback: 'feedback' };

export type ProfileKind = keyof typeof KINDS;

/** Records of one kind on one profile. */
export interface ProfileRecords {
	kind: ProfileKind;
	opportunityId: string;
	itemIndex?: number;
}

/**
 * The records of a kind on a profile, each with its `opportunityId`; up to `limit`, else all (docs/lever-api.md, Notes, Files, Resumes and Feedback). Throws NodeApiError.
 */
export async function profileRecords(
	context: RequestContext,
	{ kind, opportunityId, itemIndex }: ProfileRecords,
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

/** One record on a profile with its `opportunityId`. Throws NodeApiError. */
export async function profileRecord(
	context: RequestContext,
	{ kind, opportunityId, itemIndex }: ProfileRecords,
	id: string,
): Promise<IDataObject> {
	const record = await leverRequest(context, {
		method: 'GET',
		path: path`/opportunities/${opportunityId}/${kind}/${id}`,
		description: `read the ${KINDS[kind]} ${id} of the opportunity ${opportunityId}`,
		itemIndex,
	});
	return { ...record, opportunityId };
}

/**
 * Removes a record from a profile; one that is missing already is removed, so that it can be repeated. When Lever answers
 * "not found", the profile is looked at, so that a wrong opportunity does not pass for done. Throws NodeApiError.
 */
export async function deleteProfileRecord(
	context: RequestContext,
	records: ProfileRecords,
	id: string,
	{ query, hint }: Pick<ServiceRequest, 'query' | 'hint'> = {},
): Promise<IDataObject> {
	const { kind, opportunityId, itemIndex } = records;
	const removal: ServiceRequest = {
		method: 'DELETE',
		path: path`/opportunities/${opportunityId}/${kind}/${id}`,
		query,
		description: `delete the ${KINDS[kind]} ${id} of the opportunity ${opportunityId}`,
		hint,
		itemIndex,
	};
	const { statusCode } = await leverAnswer(context, { ...removal, accept404: true });
	const isStillThere =
		statusCode === 404 &&
		(await profileRecords(context, records)).some((record) => record.id === id);
	if (isStillThere) await leverAnswer(context, removal);
	return { id, opportunityId, deleted: true };
}
