import type { IHttpRequestOptions } from 'n8n-workflow';
import { NodeApiError, NodeOperationError } from 'n8n-workflow';

import { parseJson } from '../object';
import type { ByteStream } from './byteStream';
import { getCancelSignal, throwIfCancelled, withDeadline } from './cancellation';
import { getRedirectUrl, mayFollowRedirect, redirectOptions } from './redirect';
import { getExpectedBody } from './responseBody';
import { accessTokenError } from './serviceError';
import type { HttpResponse, RequestContext, ServiceConnection, ServiceRequest } from './types';

const TIMEOUT = 60_000;
const FILE_TIMEOUT = 300_000;
/** n8n's timeout ends when the response begins: all of it, with a new access token, may take this much longer. */
const DEADLINE_MARGIN = 30_000;
const MAX_REDIRECTS = 5;
const CUT_OFF = 'the response broke off';

/** What one attempt resulted in: a response of any status, or the network's error code. */
export interface AttemptResult {
	response?: HttpResponse;
	networkCode?: string;
}

/**
 * Sends a request once, with the credential of the service, and follows redirects within the service's own origin, those
 * of a file also to another one, without the credential. Uses only what all supported n8n versions have: older ones lose
 * the response of a status that they throw, and send the credential on to wherever a redirect leads. Throws NodeApiError
 * when there is no access token, NodeOperationError when the file to send does not have the size it should have,
 * RequestCancelledError when the execution is stopped.
 */
export async function attemptRequest(
	context: RequestContext,
	service: ServiceConnection,
	request: ServiceRequest,
): Promise<AttemptResult> {
	let options = buildOptions(service, request);
	let url = new URL(service.baseUrl + request.path);
	for (let redirects = 0; ; redirects++) {
		const sendsBody = redirects === 0 || options.method === request.method;
		const result = await sendOnce(context, service, request, options, sendsBody);
		const target = result.response && getRedirectUrl(result.response, url.href);
		if (!target || redirects === MAX_REDIRECTS || !mayFollowRedirect(service, request, target))
			return result;
		options = redirectOptions(options, target, result.response?.statusCode === 303);
		url = target;
	}
}

async function sendOnce(
	context: RequestContext,
	service: ServiceConnection,
	request: ServiceRequest,
	options: IHttpRequestOptions,
	sendsBody: boolean,
): Promise<AttemptResult> {
	const stream = sendsBody ? await request.bodyStream?.() : undefined;
	const body = sendsBody ? (stream ?? request.body) : undefined;
	const sent = call(context, service, { ...options, body });
	try {
		const response = await withDeadline((options.timeout ?? TIMEOUT) + DEADLINE_MARGIN, sent);
		if (response === undefined) return { networkCode: 'ETIMEDOUT' };
		return { response: { ...response, body: readBody(response) } };
	} catch (error) {
		throwIfCancelled(getCancelSignal(context));
		assertWholeFile(context, request, stream);
		return { networkCode: getNetworkCode(context, service, request, error) };
	} finally {
		// A stream that was not sent, as without an access token, would keep its file open.
		stream?.destroy();
	}
}

async function call(
	context: RequestContext,
	{ baseUrl, credentialType }: ServiceConnection,
	options: IHttpRequestOptions,
): Promise<HttpResponse> {
	const { origin } = new URL(baseUrl);
	const { helpers } = context;
	if (options.baseURL === undefined && new URL(options.url).origin !== origin)
		return (await helpers.httpRequest({
			...options,
			abortSignal: getCancelSignal(context),
		})) as HttpResponse;
	return (await helpers.httpRequestWithAuthentication.call(
		context,
		credentialType,
		options,
	)) as HttpResponse;
}

/** A wrong size on n8n's side must not be blamed on the service, and no other attempt corrects it. */
function assertWholeFile(
	context: RequestContext,
	{ itemIndex }: ServiceRequest,
	file: ByteStream | undefined,
): void {
	if (!(file?.errored instanceof RangeError)) return;
	throw new NodeOperationError(context.getNode(), file.errored, {
		itemIndex,
		description: 'The file stored in n8n is incomplete. Run the node that provided the file again.',
	});
}

function buildOptions(service: ServiceConnection, request: ServiceRequest): IHttpRequestOptions {
	const isDownload = getExpectedBody(request) === 'file';
	const carriesFile =
		isDownload || request.bodyStream !== undefined || Buffer.isBuffer(request.body);
	return {
		method: request.method,
		baseURL: service.baseUrl,
		url: request.path,
		qs: withoutEmptyValues(request.query),
		arrayFormat: 'repeat',
		headers: { accept: isDownload ? '*/*' : 'application/json', ...request.headers },
		json: !carriesFile,
		encoding: isDownload ? 'arraybuffer' : undefined,
		timeout: carriesFile ? FILE_TIMEOUT : TIMEOUT,
		returnFullResponse: true,
		ignoreHttpStatusErrors: true,
		disableFollowRedirect: true,
	};
}

/**
 * The network's code of an error that n8n's HTTP client has thrown. Throws NodeApiError when it is none: then the
 * credential, or n8n itself, says why it cannot be used.
 */
function getNetworkCode(
	context: RequestContext,
	service: ServiceConnection,
	request: ServiceRequest,
	error: unknown,
): string {
	const code = getErrorCode(error);
	// Every status is a response here, so a status in an error is that of a response that broke off.
	if (code !== undefined) return Number.isInteger(Number(code)) ? CUT_OFF : code;
	throw accessTokenError(context.getNode(), service, request, error);
}

/** The status or network code that n8n has found in what its HTTP client has thrown. */
export function getErrorCode(error: unknown): string | undefined {
	if (error instanceof NodeApiError) return error.httpCode ?? undefined;
	if (typeof error !== 'object' || error === null) return undefined;
	if ('response' in error && error.response) return CUT_OFF;
	return 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}

function withoutEmptyValues(query: ServiceRequest['query']): IHttpRequestOptions['qs'] {
	return Object.fromEntries(
		Object.entries(query ?? {}).filter(([, value]) => value !== undefined && value !== ''),
	);
}

/** Without `json`, n8n returns JSON as text. For a file, it returns the service's error as a Buffer. */
function readBody({ statusCode, body }: HttpResponse): unknown {
	const text = Buffer.isBuffer(body) && statusCode >= 400 ? body.toString() : body;
	return typeof text === 'string' && /^\s*[{[]/u.test(text) ? (parseJson(text) ?? text) : text;
}
