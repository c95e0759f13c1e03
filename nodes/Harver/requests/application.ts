import { NodeApiError } from 'n8n-workflow';

import { path } from '../../shared/http/path';
import { hasId } from '../../shared/http/responseBody';
import { toNodeError } from '../../shared/http/toNodeError';
import type { RequestContext } from '../../shared/http/types';
import { harverRequest, type HarverDocument } from '../transport/request';

/**
 * Reads an application with includes (docs/harver-api.md, Reading an application). Throws NodeApiError; when Harver
 * rejects a request with includes, the error says that the account may lack the module of one of them.
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
			expects: 'record',
			isComplete: hasId,
			description: `read the application ${applicationId}`,
			itemIndex,
		});
	} catch (error) {
		const failure = toNodeError(context.getNode(), error);
		if (failure instanceof NodeApiError && failure.httpCode === '400' && includes.length > 0) {
			failure.description = [explainIncludes(includes, failure.message), failure.description]
				.filter(Boolean)
				.join(' ');
		}
		throw failure;
	}
}

/**
 * Reads an application; returns `undefined` when it is gone. Where the account has no module for one of the includes, reads it
 * without them (docs/harver-api.md, Reading an application). Throws NodeApiError.
 */
export async function readApplicationIfShown(
	context: RequestContext,
	itemIndex: number,
	applicationId: string,
	includes: string[] = [],
): Promise<HarverDocument | undefined> {
	try {
		return await readApplication(context, applicationId, { includes, itemIndex });
	} catch (error) {
		const code = error instanceof NodeApiError ? error.httpCode : null;
		if (code === '404') return undefined;
		if (code === '400' && includes.length > 0)
			return await readApplicationIfShown(context, itemIndex, applicationId);
		throw toNodeError(context.getNode(), error);
	}
}

function explainIncludes(includes: string[], harverMessage: string): string {
	const words = new Set(harverMessage.split(/[^\w-]+/u));
	const named = includes.filter((include) => words.has(include));
	return named.length > 0
		? `Your Harver account has no module for ${named.join(', ')}. Remove it from "Include".`
		: `Your Harver account may lack the module for one of these: ${includes.join(', ')}. Remove it from "Include".`;
}
