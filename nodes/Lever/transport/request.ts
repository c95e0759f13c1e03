import type { IDataObject } from 'n8n-workflow';
import { NodeApiError } from 'n8n-workflow';

import { isRecord } from '../../shared/isRecord';
import { send } from '../../shared/request';
import type { Answer, RequestContext, ServiceRequest } from '../../shared/service';
import { leverAccount } from './account';

/** Lever's largest page (contract lever §1.6). */
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
): Promise<Answer> {
	return await send(context, await leverAccount(context), request);
}

/** One page of a Lever list, and the token of the next one (contract lever §1.6). */
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

function goesInCircles(context: RequestContext, { task, itemIndex }: ServiceRequest): NodeApiError {
	const message = `Lever's list does not end: could not ${task}`;
	const description =
		'A page of the list leads back to an earlier one. Set a limit instead of returning all, and tell Lever.';
	return new NodeApiError(context.getNode(), { message }, { message, description, itemIndex });
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

/** The record in an answer: some are documented as doubly wrapped, some as bare (contract lever §2.10, §2.11): all are read. */
export function recordIn(body: unknown): IDataObject {
	let record = body;
	while (isRecord(record) && isRecord(record.data) && !('id' in record)) record = record.data;
	return isRecord(record) ? (record as IDataObject) : {};
}
