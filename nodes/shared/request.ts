import type { IHttpRequestOptions } from 'n8n-workflow';
import { NodeApiError, sleep, UserError } from 'n8n-workflow';

import { fateOf, waitBeforeNextTry, type FailedTry } from './retry';
import type { Answer, RequestContext, Service, ServiceRequest } from './service';
import { noAnswer, refusal } from './serviceError';

const TIMEOUT = 60_000;
const FILE_TIMEOUT = 300_000;

/**
 * Sends one request to a service at its pace and gives the answer. What failed and can be repeated without harm is
 * repeated, as long as `waitBeforeNextTry` says. Throws NodeApiError with the service's own words otherwise.
 */
export async function send(context: RequestContext, service: Service, request: ServiceRequest): Promise<Answer> {
	let mayHaveHappened = false;
	for (let attempt = 1; ; attempt++) {
		await service.pace.turn();
		const outcome = await oneTry(context, service, request);
		if (outcome.answer && outcome.answer.statusCode < 300) return outcome.answer;
		if (outcome.answer?.statusCode === 404 && maybeGone(request, mayHaveHappened)) return outcome.answer;

		const failed: FailedTry = outcome.answer
			? { status: outcome.answer.statusCode, headers: outcome.answer.headers }
			: { networkCode: outcome.networkCode };
		const fate = outcome.neverSent ? 'notDone' : fateOf(failed);
		if (fate === 'refused' && outcome.answer) throw refusal(context.getNode(), service, request, outcome.answer);
		if (fate === 'unknown') mayHaveHappened = true;

		const wait = mayRepeat(request, fate) ? waitBeforeNextTry(attempt, failed) : undefined;
		if (wait === undefined) {
			throw noAnswer(context.getNode(), service, request, {
				networkCode: outcome.networkCode,
				answer: outcome.answer,
				mayHaveHappened: mayHaveHappened && request.method !== 'GET',
			});
		}
		if (failed.status === 429) service.pace.holdBack(wait);
		else await sleep(wait);

		if (fate === 'unknown' && request.findEffect) {
			const effect = await request.findEffect();
			if (effect !== undefined) return { statusCode: 200, headers: {}, body: effect };
		}
	}
}

/** Whether "not found" is what was wanted: it may be missing, or an earlier try of unknown fate has removed it. */
function maybeGone(request: ServiceRequest, mayHaveHappened: boolean): boolean {
	return request.accept404 === true || (mayHaveHappened && request.method === 'DELETE');
}

function mayRepeat(request: ServiceRequest, fate: 'notDone' | 'unknown' | 'refused'): boolean {
	if (fate === 'notDone') return true;
	return (request.repeatable ?? request.method !== 'POST') || request.findEffect !== undefined;
}

interface Outcome {
	answer?: Answer;
	networkCode?: string;
	/** The call failed while fetching the access token: the service itself has not seen it. */
	neverSent?: boolean;
}

async function oneTry(context: RequestContext, service: Service, request: ServiceRequest): Promise<Outcome> {
	const options: IHttpRequestOptions = {
		method: request.method,
		baseURL: service.baseUrl,
		url: request.path,
		qs: definedOnly(request.query),
		arrayFormat: 'repeat',
		body: request.body,
		headers: { accept: request.binary ? '*/*' : 'application/json', ...request.headers },
		json: !request.binary && !Buffer.isBuffer(request.body),
		encoding: request.binary ? 'arraybuffer' : undefined,
		timeout: request.binary || Buffer.isBuffer(request.body) ? FILE_TIMEOUT : TIMEOUT,
		returnFullResponse: true,
		// A 401 has to be thrown: it is how n8n learns that an access token has run out and fetches another.
		ignoreHttpStatusErrors: { ignore: true, except: [401] },
		sendCredentialsOnCrossOriginRedirect: false,
	};
	try {
		const answer = (await context.helpers.httpRequestWithAuthentication.call(
			context,
			service.credentialType,
			options,
		)) as Answer;
		return { answer: { ...answer, body: parsed(answer.body) } };
	} catch (error) {
		return outcomeOfThrown(context, request, error);
	}
}

function outcomeOfThrown(
	context: RequestContext,
	request: ServiceRequest,
	error: unknown,
): Outcome {
	const cause = error instanceof NodeApiError ? error.cause : error;
	if (cause instanceof UserError) {
		throw new NodeApiError(
			context.getNode(),
			{ message: cause.message },
			{ message: cause.message, description: cause.description ?? undefined, itemIndex: request.itemIndex },
		);
	}
	const code = error instanceof NodeApiError ? error.httpCode : codeOf(error);
	const status = Number(code ?? Number.NaN);
	if (Number.isInteger(status)) {
		return { answer: { statusCode: status, headers: {}, body: undefined }, neverSent: status !== 401 && status >= 429 };
	}
	return { networkCode: code ?? 'no answer' };
}

function codeOf(error: unknown): string | undefined {
	if (typeof error !== 'object' || error === null || !('code' in error)) return undefined;
	return typeof error.code === 'string' ? error.code : undefined;
}

function definedOnly(query: ServiceRequest['query']): IHttpRequestOptions['qs'] {
	return Object.fromEntries(Object.entries(query ?? {}).filter(([, value]) => value !== undefined && value !== ''));
}

/** n8n hands JSON on as text when it was asked without `json`. */
function parsed(body: unknown): unknown {
	if (typeof body !== 'string' || !/^\s*[{[]/u.test(body)) return body;
	try {
		return JSON.parse(body) as unknown;
	} catch {
		return body;
	}
}
