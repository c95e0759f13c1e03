import type { IDataObject } from 'n8n-workflow';

import { sendRequest } from '../../shared/http/sendRequest';
import type { HttpResponse, RequestContext, ServiceRequest } from '../../shared/http/types';
import { harverClient } from './account';

/** A JSON:API answer of Harver (docs/harver-api.md, Hosts, login and limits). */
export interface HarverDocument {
	data?: unknown;
	included: IDataObject[];
}

/** Sends one request to Harver and gives its JSON:API document. Throws NodeApiError. */
export async function harverRequest(
	context: RequestContext,
	request: ServiceRequest,
): Promise<HarverDocument> {
	const { body } = await harverAnswer(context, request);
	const { data, included } = (typeof body === 'object' && body !== null ? body : {}) as {
		data?: unknown;
		included?: unknown;
	};
	return { data, included: Array.isArray(included) ? (included as IDataObject[]) : [] };
}

/** Sends one request to Harver and gives the whole answer. Throws NodeApiError. */
export async function harverAnswer(
	context: RequestContext,
	request: ServiceRequest,
): Promise<HttpResponse> {
	return await sendRequest(context, await harverClient(context), request);
}

/** Reads a list; Harver does not page (docs/harver-api.md, Hosts, login and limits). Throws NodeApiError. */
export async function harverList(
	context: RequestContext,
	request: ServiceRequest,
): Promise<IDataObject[]> {
	const { data } = await harverRequest(context, request);
	return recordsIn(data);
}

/** Reads one record. Throws NodeApiError. */
export async function harverRecord(
	context: RequestContext,
	request: ServiceRequest,
): Promise<IDataObject> {
	const { data } = await harverRequest(context, request);
	return recordsIn(data)[0] ?? {};
}

function recordsIn(data: unknown): IDataObject[] {
	if (Array.isArray(data)) return data as IDataObject[];
	return typeof data === 'object' && data !== null ? [data as IDataObject] : [];
}
