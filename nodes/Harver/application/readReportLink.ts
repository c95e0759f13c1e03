import type { IExecuteFunctions } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

import { toText } from '../../shared/node/parameters';
import type { QueryValue } from '../../shared/http/types';
import { harverRecord } from '../transport/request';

/**
 * Reads one of the links that Harver makes on request, `data.link` (docs/harver-api.md, Reports).
 * `what` names it in errors. Throws NodeOperationError when Harver gives none, NodeApiError.
 */
export async function readReportLink(
	context: IExecuteFunctions,
	itemIndex: number,
	request: {
		applicationId: string;
		path: string;
		query: Record<string, QueryValue | undefined>;
		what: string;
	},
): Promise<string> {
	const { applicationId, path, query, what } = request;
	const { link, url } = await harverRecord(context, {
		method: 'GET',
		path,
		query,
		description: `get the ${what} of the application ${applicationId}`,
		itemIndex,
	});
	const found = toText(link) || toText(url);
	if (found !== '') return found;
	throw new NodeOperationError(
		context.getNode(),
		`Harver gave no link to the ${what} of the application ${applicationId}`,
		{
			itemIndex,
			description:
				'Check in Harver that the candidate has finished and that your account has this report.',
		},
	);
}
