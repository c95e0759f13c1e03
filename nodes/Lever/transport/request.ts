import type { IDataObject } from 'n8n-workflow';
import { NodeApiError } from 'n8n-workflow';

import { isObject } from '../../shared/object';
import { sendRequest } from '../../shared/http/sendRequest';
import type { HttpResponse, RequestContext, ServiceRequest } from '../../shared/http/types';
import { leverAccount } from './account';

/** Lever's largest page (docs/lever-api.md, Lists and pages). */
export const PAGE_SIZE = 100;

/**
 * Sends one request to Lever and gives the record in the answer's `data` (or the bare answer, where Lever does not wrap
 * it). Throws NodeApiError.
 */
export async function leverRequest(
	context: RequestContext,
	request: ServiceRequest,
): Promise<IDataObject> {
	const { body } = await leverAnswer(context, request);
	return recordIn(body);
}

/** Sends one request to Lever and gives the whole answer: for files, and for what stands beside `data`. Throws NodeApiError. */
export async function leverAnswer(
	context: RequestContext,
	request: ServiceRequest,
): Promise<HttpResponse> {
	return await sendRequest(context, await leverAccount(context), request);
}

/** One page of a Lever list, and the token of the next one (docs/lever-api.md, Lists and pages). */
export interface Page {
	records: IDataObject[];
	next?: string;
}

/** Reads one page of a list; `offset` is the `next` of the page before. Throws NodeApiError. */
export async function leverPage(
	context: RequestContext,
	request: ServiceRequest,
	offset?: string,
): Promise<Page> {
	const { body } = await leverAnswer(context, { ...request, query: { ...request.query, offset } });
	return pageIn(body);
}

/**
 * Reads a list page by page, up to `limit` records when one is given, else all of it. With `keep`, only the records that
 * pass it are kept, so that a long list needs no more memory than what is kept of it. Throws NodeApiError,
 * also when a page leads back to an earlier one.
 */
export async function leverList(
	context: RequestContext,
	request: ServiceRequest,
	limit = Infinity,
	keep?: (record: IDataObject) => boolean,
): Promise<IDataObject[]> {
	const records: IDataObject[] = [];
	const offsets = new Set<string>();
	let offset: string | undefined;
	do {
		const pageSize = keep ? PAGE_SIZE : Math.min(PAGE_SIZE, limit - records.length);
		const page = await leverPage(
			context,
			{ ...request, query: { ...request.query, limit: pageSize } },
			offset,
		);
		records.push(...(keep ? page.records.filter(keep) : page.records));
		offset = page.next;
		if (offset !== undefined && offsets.has(offset)) throw goesInCircles(context, request);
		if (offset !== undefined) offsets.add(offset);
	} while (offset !== undefined && records.length < limit);
	return records.slice(0, limit);
}

function goesInCircles(
	context: RequestContext,
	{ description, itemIndex }: ServiceRequest,
): NodeApiError {
	const message = `Lever's list does not end: could not ${description}`;
	return new NodeApiError(
		context.getNode(),
		{ message },
		{
			message,
			description:
				'A page of the list leads back to an earlier one. Set a limit instead of returning all, and tell Lever.',
			itemIndex,
		},
	);
}

function pageIn(body: unknown): Page {
	if (Array.isArray(body)) return { records: body as IDataObject[] };
	const { data, hasNext, next } = (body ?? {}) as {
		data?: unknown;
		hasNext?: unknown;
		next?: unknown;
	};
	const records = (
		Array.isArray(data) ? data : data === undefined || data === null ? [] : [data]
	) as IDataObject[];
	return hasNext === true && typeof next === 'string' && next !== ''
		? { records, next }
		: { records };
}

/** The record in an answer: some are documented as doubly wrapped, some as bare (docs/lever-api.md, Feedback and Webhooks): all are read. */
export function recordIn(body: unknown): IDataObject {
	let record = body;
	while (isObject(record) && isObject(record.data) && !('id' in record)) record = record.data;
	return isObject(record) ? (record as IDataObject) : {};
}
