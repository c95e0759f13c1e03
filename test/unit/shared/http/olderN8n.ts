import type { IExecuteFunctions, IHttpRequestOptions, INode } from 'n8n-workflow';
import { NodeApiError } from 'n8n-workflow';

interface Helpers {
	httpRequestWithAuthentication: (
		this: IExecuteFunctions,
		type: string,
		options: IHttpRequestOptions,
	) => Promise<unknown>;
}

/**
 * A node's context whose HTTP helpers do no more than those of n8n 1.120: whatever `ignoreHttpStatusErrors` is, it stands for
 * all statuses; what is thrown has lost its response; a stream that met a thrown 401 is sent again although it is used up;
 * and redirects that n8n follows take the credential along. Where only a newer n8n does better, the request fails.
 */
export function asOlderN8n(context: IExecuteFunctions): IExecuteFunctions {
	const helpers = Object.create(context.helpers) as IExecuteFunctions['helpers'];
	helpers.httpRequest = async (options) => {
		assertKnownToOlderN8n(options);
		return (await context.helpers.httpRequest(options)) as unknown;
	};
	helpers.httpRequestWithAuthentication = async function (this: never, type, options) {
		assertKnownToOlderN8n(options);
		if (isStream(options.body) && options.ignoreHttpStatusErrors !== true)
			throw new Error('n8n 1.120 sends a used stream again after a 401.');
		const { httpRequestWithAuthentication } = context.helpers as Helpers;
		try {
			return await httpRequestWithAuthentication.call(context, type, options);
		} catch (error) {
			throw withoutResponse(context.getNode(), error);
		}
	};
	return new Proxy(context, {
		get: (target, property) =>
			property === 'helpers' ? helpers : (Reflect.get(target, property) as unknown),
	});
}

/** n8n 1.120 keeps of what it throws the words and the status or code. */
function withoutResponse(node: INode, error: unknown): unknown {
	if (!(error instanceof NodeApiError)) return error;
	const { message, httpCode } = error;
	const description = error.description ?? undefined;
	return new NodeApiError(
		node,
		{ message, ...(httpCode === null ? {} : { httpCode }) },
		{ message, description, httpCode: httpCode ?? undefined },
	);
}

function assertKnownToOlderN8n(options: IHttpRequestOptions): void {
	if (typeof options.ignoreHttpStatusErrors === 'object')
		throw new Error('n8n knows exceptions of ignoreHttpStatusErrors from 2.9 on.');
	if (options.sendCredentialsOnCrossOriginRedirect !== undefined)
		throw new Error('n8n knows sendCredentialsOnCrossOriginRedirect from 2.5 on.');
	if (options.disableFollowRedirect !== true)
		throw new Error('n8n 1.120 sends the credential to wherever a redirect leads.');
}

function isStream(body: unknown): boolean {
	return typeof body === 'object' && body !== null && 'pipe' in body;
}
