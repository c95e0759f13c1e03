import type {
	IDataObject,
	IExecuteFunctions,
	IHttpRequestMethods,
	INodeExecutionData,
} from 'n8n-workflow';

import { path } from '../../../shared/http/path';
import { getOpportunityId } from '../../fields/common';
import { getPerformAs } from '../../fields/performAs';
import { leverRequest } from '../../transport/request';

interface OpportunityUpdate {
	method: IHttpRequestMethods;
	/** The last part of the path, such as `addTags`. */
	action: string;
	body: IDataObject;
	/** Goes before "the opportunity …" in errors: "add tags to". */
	verb: string;
}

/**
 * Sends one of the updates that Lever answers with the opportunity (stage, archived, tags, links, sources), all of which are
 * safe to repeat (docs/lever-api.md, Opportunities). Returns the opportunity as one item. Throws NodeOperationError when no
 * opportunity is given, NodeApiError.
 */
export async function updateOpportunity(
	context: IExecuteFunctions,
	itemIndex: number,
	{ method, action, body, verb }: OpportunityUpdate,
): Promise<INodeExecutionData[]> {
	const id = getOpportunityId(context, itemIndex);
	const updated = await leverRequest(context, {
		method,
		path: path`/opportunities/${id}/${action}`,
		query: { perform_as: await getPerformAs(context, itemIndex) },
		body,
		idempotent: true,
		description: `${verb} the opportunity ${id}`,
		itemIndex,
	});
	const incoming = context.getInputData()[itemIndex]?.json ?? {};
	return [{ json: restoreContactDetails({ id, ...updated }, incoming) }];
}

const CONTACT_DETAILS = ['name', 'headline', 'emails', 'phones', 'links'];

/**
 * Fills in the contact details that Lever leaves blank in its answers to updates although it has them (docs/lever-api.md,
 * Opportunities), from the incoming item when that is the same opportunity.
 */
function restoreContactDetails(updated: IDataObject, incoming: IDataObject): IDataObject {
	if (incoming.id !== updated.id) return updated;
	const missing = CONTACT_DETAILS.filter(
		(detail) => isBlank(updated[detail]) && !isBlank(incoming[detail]),
	);
	return {
		...updated,
		...Object.fromEntries(missing.map((detail) => [detail, incoming[detail]])),
	};
}

function isBlank(value: unknown): boolean {
	return (
		value === undefined ||
		value === null ||
		value === '' ||
		(Array.isArray(value) && value.length === 0)
	);
}
