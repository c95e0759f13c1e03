import type { INode, JsonObject } from 'n8n-workflow';
import { ExecutionCancelledError, NodeApiError } from 'n8n-workflow';

/** Converts a failed request to an error of the node. A cancelled execution stays as it is. */
export function toNodeError(node: INode, error: unknown): Error {
	return error instanceof ExecutionCancelledError
		? error
		: new NodeApiError(node, error as JsonObject);
}

/** Copies the error for each item that waited for the same request, so that details of one item don't show in the others. */
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
