import type { IHttpRequestOptions } from 'n8n-workflow';
import { NodeApiError, NodeOperationError, sleep } from 'n8n-workflow';

import type { ByteStream } from './byteStream';
import { getCancelSignal, throwIfCancelled } from './cancellation';
import { getRedirectTarget } from './redirect';
import type { HttpResponse, RequestContext, ServiceConnection, ServiceRequest } from './types';
import { accessTokenError, credentialErrorMessage } from './serviceError';

const TIMEOUT = 60_000;
const FILE_TIMEOUT = 300_000;
/** The timeout of a request ends when the answer begins: this much longer may all of it take, a new access token included. */
const GRACE = 30_000;
const MOST_REDIRECTS = 5;

/** What one try has brought: an answer of any status, or the network's error code. */
export interface AttemptResult {
	response?: HttpResponse;
	networkCode?: string;
	/** The call failed while fetching the access token: the service itself has not seen it. */
	notSent?: boolean;
}

/**
 * Sends a request once, with the credential of the service on it, and follows it within the service's own origin.
 * Throws NodeApiError when there is no access token to be had, NodeOperationError when the file to send is not as long as
 * it says, RequestCancelledError when the execution is stopped.
 */
export async function attemptRequest(
	context: RequestContext,
	service: ServiceConnection,
	request: ServiceRequest,
): Promise<AttemptResult> {
	const options = optionsFor(service, request);
	let askedUrl = service.baseUrl + request.path;
	let asGet = false;
	for (let redirects = 0; ; redirects++) {
		const body = asGet ? undefined : await bodyOf(request);
		const redirected =
			redirects === 0
				? {}
				: {
						baseURL: undefined,
						url: askedUrl,
						qs: {},
						...(asGet ? { method: 'GET' as const, headers: withoutContent(options.headers) } : {}),
					};
		const outcome: AttemptResult = await call(context, service, request, {
			...options,
			...redirected,
			body,
		}).finally(() => {
			// A stream that was not sent, as without an access token, would keep its file open.
			if (request.bodyStream) (body as ByteStream | undefined)?.destroy();
		});
		if (request.bodyStream) refuseBrokenFile(context, request, body as ByteStream | undefined);
		const target =
			outcome.response && redirects < MOST_REDIRECTS
				? getRedirectTarget(outcome.response, askedUrl)
				: undefined;
		if (target === undefined) return outcome;
		askedUrl = target.url;
		asGet ||= target.asGet;
	}
}

function withoutContent(headers: IHttpRequestOptions['headers']): IHttpRequestOptions['headers'] {
	return Object.fromEntries(
		Object.entries(headers ?? {}).filter(([name]) => !name.startsWith('content-')),
	);
}

/** What is wrong with a file on n8n's side must not be blamed on the service, and no other try mends it. */
function refuseBrokenFile(
	context: RequestContext,
	{ itemIndex }: ServiceRequest,
	file: ByteStream | undefined,
): void {
	if (!(file?.errored instanceof RangeError)) return;
	throw new NodeOperationError(context.getNode(), file.errored, {
		itemIndex,
		description: 'n8n no longer has the file as it was kept. Run the node again that got the file.',
	});
}

function optionsFor(service: ServiceConnection, request: ServiceRequest): IHttpRequestOptions {
	return {
		method: request.method,
		baseURL: service.baseUrl,
		url: request.path,
		qs: definedOnly(request.query),
		arrayFormat: 'repeat',
		headers: { accept: request.binary ? '*/*' : 'application/json', ...request.headers },
		json: !carriesFile(request),
		encoding: request.binary ? 'arraybuffer' : undefined,
		timeout: timeoutOf(request),
		returnFullResponse: true,
		// A 401 has to be thrown: it is how n8n learns that an access token has run out and fetches another.
		ignoreHttpStatusErrors: { ignore: true, except: [401] },
		// A file may lie elsewhere and is fetched there without the key; anything else n8n would turn into a GET.
		disableFollowRedirect: !request.binary,
		sendCredentialsOnCrossOriginRedirect: false,
	};
}

async function bodyOf({ body, bodyStream }: ServiceRequest): Promise<IHttpRequestOptions['body']> {
	return bodyStream ? await bodyStream() : body;
}

/** Whether a file is sent or asked for: it is no JSON, and may take its time. */
function carriesFile({ binary, body, bodyStream }: ServiceRequest): boolean {
	return binary === true || bodyStream !== undefined || Buffer.isBuffer(body);
}

async function call(
	context: RequestContext,
	service: ServiceConnection,
	request: ServiceRequest,
	options: IHttpRequestOptions,
): Promise<AttemptResult> {
	const answered = new AbortController();
	try {
		const answer = await Promise.race([
			context.helpers.httpRequestWithAuthentication.call(
				context,
				service.credentialType,
				options,
			) as Promise<HttpResponse>,
			overdue(timeoutOf(request) + GRACE, answered.signal),
		]);
		if (answer === undefined) return { networkCode: 'ETIMEDOUT' };
		return { response: { ...answer, body: parsed(answer) } };
	} catch (error) {
		throwIfCancelled(getCancelSignal(context));
		return outcomeOfThrown(context, service, request, error);
	} finally {
		answered.abort();
	}
}

async function overdue(milliseconds: number, answered: AbortSignal): Promise<undefined> {
	await Promise.allSettled([sleep(milliseconds, answered)]);
	return undefined;
}

function outcomeOfThrown(
	context: RequestContext,
	service: ServiceConnection,
	request: ServiceRequest,
	error: unknown,
): AttemptResult {
	const cause = error instanceof NodeApiError ? (error.cause ?? error) : error;
	const words = credentialErrorMessage(cause);
	if (words) throw accessTokenError(context.getNode(), service, request, words);
	const response = answerIn(cause);
	if (response?.statusCode === 401) return { response };
	if (response && response.statusCode >= 429) return { response, notSent: true };
	const code = error instanceof NodeApiError ? error.httpCode : codeOf(error);
	if (response || code === 'EAUTH' || Number.isInteger(Number(code ?? Number.NaN)))
		throw accessTokenError(context.getNode(), service, request, {});
	return { networkCode: code ?? 'no answer', notSent: isLogin(cause) };
}

/** Whether what failed was the call for an access token. */
function isLogin(error: unknown): boolean {
	const { config } = (typeof error === 'object' && error !== null ? error : {}) as {
		config?: { url?: unknown };
	};
	return typeof config?.url === 'string' && config.url.endsWith('/oauth/token');
}

/** The answer that an error of n8n's HTTP client carries. */
function answerIn(error: unknown): HttpResponse | undefined {
	const { response } = (typeof error === 'object' && error !== null ? error : {}) as {
		response?: { status?: unknown; headers?: unknown; data?: unknown };
	};
	if (typeof response?.status !== 'number') return undefined;
	const answer = {
		statusCode: response.status,
		headers: { ...(response.headers as Record<string, unknown> | undefined) },
		body: response.data,
	};
	return { ...answer, body: parsed(answer) };
}

function timeoutOf(request: ServiceRequest): number {
	return carriesFile(request) ? FILE_TIMEOUT : TIMEOUT;
}

function codeOf(error: unknown): string | undefined {
	if (typeof error !== 'object' || error === null || !('code' in error)) return undefined;
	return typeof error.code === 'string' ? error.code : undefined;
}

function definedOnly(query: ServiceRequest['query']): IHttpRequestOptions['qs'] {
	return Object.fromEntries(
		Object.entries(query ?? {}).filter(([, value]) => value !== undefined && value !== ''),
	);
}

/** n8n hands JSON on as text when it was asked without `json`, and what the service says about a file it refuses as a buffer. */
function parsed({ statusCode, body }: HttpResponse): unknown {
	const text = Buffer.isBuffer(body) && statusCode >= 400 ? body.toString() : body;
	if (typeof text !== 'string' || !/^\s*[{[]/u.test(text)) return text;
	try {
		return JSON.parse(text) as unknown;
	} catch {
		return text;
	}
}
