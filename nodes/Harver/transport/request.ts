import type { IDataObject } from 'n8n-workflow';

import { unwrapList, unwrapRecord } from '../../shared/http/responseBody';
import { sendRequest } from '../../shared/http/sendRequest';
import type { HttpResponse, RequestContext, ServiceRequest } from '../../shared/http/types';
import { asObject } from '../../shared/object';
import { harverClient } from './account';

/** A JSON:API document of Harver (docs/harver-api.md, Hosts, login and limits). */
export interface HarverDocument {
	data?: unknown;
	included: IDataObject[];
}

/** Sends one request to Harver and returns its JSON:API document, which holds what the request `expects`. Throws NodeApiError. */
export async function harverRequest(
	context: RequestContext,
	request: ServiceRequest,
): Promise<HarverDocument> {
	const { body } = await harverRawRequest(context, request);
	const { data, included } = asObject(body);
	return { data, included: Array.isArray(included) ? (included as IDataObject[]) : [] };
}

/** Sends one request to Harver and returns the whole response. Throws NodeApiError. */
export async function harverRawRequest(
	context: RequestContext,
	request: ServiceRequest,
): Promise<HttpResponse> {
	return await sendRequest(context, await harverClient(context), request);
}

/** Reads a list, which Harver returns in one piece (docs/harver-api.md, Hosts, login and limits); empty when it answers an accepted 404. Throws NodeApiError. */
export async function harverList(
	context: RequestContext,
	request: ServiceRequest,
): Promise<IDataObject[]> {
	const { body, statusCode } = await harverRawRequest(context, { ...request, expects: 'list' });
	return statusCode === 404 ? [] : ((unwrapList(body) ?? []) as IDataObject[]);
}

/** Sends a request that Harver answers with one record. Throws NodeApiError. */
export async function harverRecord(
	context: RequestContext,
	request: ServiceRequest,
): Promise<IDataObject> {
	const { body } = await harverRawRequest(context, { ...request, expects: 'record' });
	return (unwrapRecord(body) ?? {}) as IDataObject;
}
