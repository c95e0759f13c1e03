import type { IDataObject } from 'n8n-workflow';
import { NodeApiError } from 'n8n-workflow';

import { unwrapList, unwrapRecord } from '../../shared/http/responseBody';
import { sendRequest } from '../../shared/http/sendRequest';
import type { HttpResponse, RequestContext, ServiceRequest } from '../../shared/http/types';
import { asObject } from '../../shared/object';
import { leverAccount } from './account';

/** Lever's maximum page size (docs/lever-api.md, Lists and pages). */
export const PAGE_SIZE = 100;
/** A list may contain empty pages. With more than this in a row, it is treated as endless. */
const MAX_EMPTY_PAGES = 20;
const NO_NEXT = 'returned no offset for the next page';
const REPEATS = 'returned the same page twice';

/**
 * Sends one request to Lever and returns the record in the response, in `data` or bare (docs/lever-api.md, Feedback and
 * Webhooks). Throws NodeApiError.
 */
export async function leverRequest(
	context: RequestContext,
	request: ServiceRequest,
): Promise<IDataObject> {
	const { body } = await leverRawRequest(context, { ...request, expects: 'record' });
	return (unwrapRecord(body) ?? {}) as IDataObject;
}

/** Sends one request to Lever and returns the whole response: for files, and for what stands beside `data`. Throws NodeApiError. */
export async function leverRawRequest(
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

/**
 * Reads one page of a list; `offset` is the `next` of the page before. Throws NodeApiError, also when Lever says that there
 * is a next page but not which, or repeats this one.
 */
export async function leverPage(
	context: RequestContext,
	request: ServiceRequest,
	offset?: string,
): Promise<Page> {
	const page = await readPage(context, request, offset);
	if (page.next === '') throw incompleteListError(context, request, NO_NEXT);
	if (page.next !== undefined && page.next === offset)
		throw incompleteListError(context, request, REPEATS);
	return page;
}

/** Reads a page without judging its `next`, which is empty when Lever says that there is one but not which. */
async function readPage(
	context: RequestContext,
	request: ServiceRequest,
	offset: string | undefined,
): Promise<Page> {
	const { body } = await leverRawRequest(context, {
		...request,
		expects: 'list',
		query: { ...request.query, offset },
	});
	const { hasNext, next } = asObject(body);
	const records = (unwrapList(body) ?? []) as IDataObject[];
	return hasNext === true ? { records, next: typeof next === 'string' ? next : '' } : { records };
}

/**
 * Reads a list page by page. Throws NodeApiError, also when the list cannot be read to its end: Lever says that there is a
 * next page but not which, or repeats a page.
 */
async function* readPages(
	context: RequestContext,
	request: ServiceRequest,
): AsyncGenerator<IDataObject[], void, undefined> {
	const offsets = new Set<string>();
	let emptyPages = 0;
	let previous = '';
	for (let offset: string | undefined; ;) {
		const { records, next } = await readPage(context, request, offset);
		const page = JSON.stringify(records);
		const isRepeat = records.length > 0 ? page === previous : ++emptyPages > MAX_EMPTY_PAGES;
		if (isRepeat) throw incompleteListError(context, request, REPEATS);
		previous = page;
		yield records;
		if (next === undefined) return;
		if (next === '') throw incompleteListError(context, request, NO_NEXT);
		if (offsets.has(next)) throw incompleteListError(context, request, REPEATS);
		offsets.add(next);
		offset = next;
	}
}

/**
 * Reads a list page by page, up to `limit` records when one is given, else all of it. With `filter`, only the records that
 * pass it are kept, so that a long list needs no more memory than what is kept of it. Throws NodeApiError.
 */
export async function leverList(
	context: RequestContext,
	request: ServiceRequest,
	limit = Infinity,
	filter?: (record: IDataObject) => boolean,
): Promise<IDataObject[]> {
	const records: IDataObject[] = [];
	const pageSize = filter ? PAGE_SIZE : Math.min(PAGE_SIZE, limit);
	const list = { ...request, query: { ...request.query, limit: pageSize } };
	for await (const page of readPages(context, list)) {
		records.push(...(filter ? page.filter(filter) : page));
		if (records.length >= limit) break;
	}
	return records.slice(0, limit);
}

function incompleteListError(
	context: RequestContext,
	{ description, itemIndex }: ServiceRequest,
	reason: string,
): NodeApiError {
	const message = `Lever's list is incomplete: could not ${description}`;
	return new NodeApiError(
		context.getNode(),
		{ message },
		{
			message,
			description: `Lever ${reason}. Try again later, or set a limit instead of returning all.`,
			itemIndex,
		},
	);
}
