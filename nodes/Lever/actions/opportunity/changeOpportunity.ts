import type {
	IDataObject,
	IExecuteFunctions,
	IHttpRequestMethods,
	INodeExecutionData,
} from 'n8n-workflow';

import { path } from '../../../shared/http/path';
import { opportunityIdOf } from '../../fields/opportunity';
import { actingUser } from '../../fields/performAs';
import { keepContactDetails } from './keepContactDetails';
import { leverRequest } from '../../transport/request';

/**
 * Makes one of the changes that Lever answers with the opportunity (stage, archived, tags, links, sources: docs/lever-api.md,
 * Opportunities), all of which set something and can be repeated. Gives the opportunity as Lever answers it, with the contact
 * details of the incoming item where Lever leaves them blank. `verb` goes before "the opportunity …" in errors.
 */
export async function changeOpportunity(
	context: IExecuteFunctions,
	itemIndex: number,
	change: { method: IHttpRequestMethods; action: string; body: IDataObject; verb: string },
): Promise<INodeExecutionData[]> {
	const id = opportunityIdOf(context, itemIndex);
	const answered = await leverRequest(context, {
		method: change.method,
		path: path`/opportunities/${id}/${change.action}`,
		query: { perform_as: await actingUser(context, itemIndex) },
		body: change.body,
		idempotent: true,
		description: `${change.verb} the opportunity ${id}`,
		itemIndex,
	});
	const incoming = context.getInputData()[itemIndex]?.json ?? {};
	return [{ json: keepContactDetails({ id, ...answered }, incoming) }];
}
