import { NodeApiError } from 'n8n-workflow';

import { toNodeError } from '../../shared/http/toNodeError';
import { path } from '../../shared/http/path';
import type { RequestContext } from '../../shared/http/types';
import { harverRequest, type HarverDocument } from '../transport/request';

/**
 * Reads an application with includes (docs/harver-api.md, Reading an application). Throws NodeApiError; when Harver
 * refuses a request with includes, it says that one of them may be lacking in the account.
 */
export async function readApplication(
	context: RequestContext,
	applicationId: string,
	{
		includes = [],
		headers = {},
		itemIndex,
	}: { includes?: string[]; headers?: Record<string, string>; itemIndex: number },
): Promise<HarverDocument> {
	try {
		return await harverRequest(context, {
			method: 'GET',
			path: path`/applications/${applicationId}`,
			query: { include: includes.join(',') },
			headers,
			description: `read the application ${applicationId}`,
			itemIndex,
		});
	} catch (error) {
		const failure = toNodeError(context.getNode(), error);
		if (failure instanceof NodeApiError && failure.httpCode === '400' && includes.length > 0) {
			failure.description = [adviceOnIncludes(includes, failure.message), failure.description]
				.filter(Boolean)
				.join(' ');
		}
		throw failure;
	}
}

function adviceOnIncludes(includes: string[], said: string): string {
	const named = includes.filter((include) =>
		new RegExp(`(?<![\\w-])${include}(?![\\w-])`, 'u').test(said),
	);
	const [suspects, verb] = named.length > 0 ? [named, 'is lacking'] : [includes, 'may be lacking'];
	return `Harver refuses the whole request when the account has no module for an include, and one ${verb}: take it out (${suspects.join(', ')}).`;
}
