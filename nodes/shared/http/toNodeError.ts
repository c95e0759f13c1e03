import type { INode, JsonObject } from 'n8n-workflow';
import { ExecutionCancelledError, NodeApiError } from 'n8n-workflow';

/** What is thrown on after a request has failed: that the execution was stopped as it is, anything else as an error of the node. */
export function toNodeError(node: INode, error: unknown): Error {
	return error instanceof ExecutionCancelledError
		? error
		: new NodeApiError(node, error as JsonObject);
}

/** The same, as a copy for one of several that waited for one request: what is added to one error must not show in the others. */
export function cloneNodeError(node: INode, error: unknown, itemIndex: number): Error {
	if (!(error instanceof NodeApiError)) return toNodeError(node, error);
	const { message, httpCode } = error;
	const description = error.description ?? undefined;
	return new NodeApiError(
		node,
		{ message, httpCode },
		{ message, description, httpCode: httpCode ?? undefined, itemIndex },
	);
}
