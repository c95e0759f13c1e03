import { toText } from '../node/parameters';
import { isObject, parseJson } from '../object';
import type { ExpectedBody, HttpResponse, ServiceRequest } from './types';

/** What a successful response to a request must hold. */
export function getExpectedBody({ expects, method }: ServiceRequest): ExpectedBody {
	return expects ?? (method === 'DELETE' || method === 'PATCH' ? 'nothing' : 'record');
}

/**
 * What is wrong with the body of a response with a 2xx status; `undefined` when it holds what the request expects. Empty
 * bodies, web pages and errors are never taken for data (docs/lever-api.md, Errors; docs/harver-api.md, Errors).
 */
export function findBodyProblem(
	request: ServiceRequest,
	response: HttpResponse,
): string | undefined {
	const { body } = response;
	if (isErrorBody(body)) return 'the response is an error';
	switch (getExpectedBody(request)) {
		case 'file':
			return findFileProblem(response);
		case 'nothing':
			return findAcknowledgementProblem(request, response);
		case 'list':
			return isText(body) ? 'the response is not JSON' : unlessEmpty(unwrapList(body));
		case 'record': {
			if (isText(body)) return 'the response is not JSON';
			const record = unwrapRecord(body);
			if (record === undefined) return 'the response is empty';
			return (request.isComplete?.(record) ?? true) ? undefined : 'the response is incomplete';
		}
	}
}

/** Whether a record has an ID, as what was created must. */
export function hasId({ id }: Record<string, unknown>): boolean {
	return (typeof id === 'string' && id.trim() !== '') || typeof id === 'number';
}

/**
 * The record in a response: bare, or in `data` (some of Lever's are documented as wrapped twice: docs/lever-api.md, Feedback
 * and Webhooks). `undefined` when there is none or it has no fields.
 */
export function unwrapRecord(body: unknown): Record<string, unknown> | undefined {
	if (Array.isArray(body)) return unwrapRecord(body[0]);
	if (!isObject(body)) return undefined;
	if ('data' in body && !('id' in body)) return unwrapRecord(body.data);
	return isEmpty(body) ? undefined : body;
}

/**
 * The records of a list: bare or in `data`; Lever may return a single record instead of a list of one (docs/lever-api.md,
 * Reference lists). `undefined` when there is neither.
 */
export function unwrapList(body: unknown): unknown[] | undefined {
	const data = isObject(body) && 'data' in body ? body.data : body;
	if (Array.isArray(data)) return data as unknown[];
	return isObject(data) && hasId(data) ? [data] : undefined;
}

/** Lever's `{ code, message }` and both shapes of Harver's errors, without any data beside them. */
function isErrorBody(body: unknown): boolean {
	if (!isObject(body) || 'data' in body || 'id' in body) return false;
	const { code, statusCode, status, name, message, errors } = body;
	return (
		Array.isArray(errors) ||
		(typeof message === 'string' && [code, statusCode, status, name].some((it) => it !== undefined))
	);
}

function findFileProblem({ headers, body }: HttpResponse): string | undefined {
	if (!Buffer.isBuffer(body) || body.length === 0) return 'the response is empty';
	if ('content-disposition' in headers) return undefined;
	const type = toText(headers['content-type']);
	if (/html/iu.test(type)) return 'the response is a web page';
	if (!/json/iu.test(type)) return undefined;
	const content = parseJson(body.toString());
	if (isErrorBody(content)) return 'the response is an error';
	return content === null || (isObject(content) && content.data === null)
		? 'the response is empty'
		: undefined;
}

/** A POST that succeeds without a body returns 204 (docs/harver-api.md, Notes). */
function findAcknowledgementProblem(
	{ method }: ServiceRequest,
	{ statusCode, body }: HttpResponse,
): string | undefined {
	if (typeof body === 'string' && /^\s*[<{[]/u.test(body)) return 'the response is not JSON';
	if (method !== 'POST' || statusCode === 204) return undefined;
	return unlessEmpty(unwrapRecord(body));
}

function unlessEmpty(content: unknown): string | undefined {
	return content === undefined ? 'the response is empty' : undefined;
}

function isEmpty(fields: Record<string, unknown>): boolean {
	return Object.keys(fields).length === 0;
}

/** Whether a body is text: not JSON, and not empty. */
function isText(body: unknown): boolean {
	return typeof body === 'string' && body.trim() !== '';
}
