import { ExecutionCancelledError } from 'n8n-workflow';

import { getCancelSignal, pause } from './cancellation';
import { attemptRequest, type AttemptResult } from './attemptRequest';
import { RateLimitTimeoutError, type RateLimiter } from './RateLimiter';
import {
	classifyFailure,
	parseRetryAfter,
	backoffDelay,
	type FailedAttempt,
	type FailureClass,
} from './retryPolicy';
import type { HttpResponse, RequestContext, ServiceConnection, ServiceRequest } from './types';
import { unavailableError, rejectionError } from './serviceError';

/** What the service has said to another request holds for this one. */
const TOO_MANY: HttpResponse = { statusCode: 429, headers: {}, body: undefined };
const LONGEST_WAIT = 120_000;
/** Somebody looks at the editor while it waits for a list. */
const LONGEST_WAIT_IN_EDITOR = 10_000;

/**
 * Sends one request to a service at its pace and gives the answer. What failed and can be repeated without harm is
 * repeated, as long as `waitBeforeNextTry` says and the service's `maxRetryTime` allows; a write whose fate is unknown only
 * when `findExisting` has not found it done. Throws NodeApiError with the service's own words otherwise, and
 * RequestCancelledError when the execution is stopped.
 */
export async function sendRequest(
	context: RequestContext,
	service: ServiceConnection,
	request: ServiceRequest,
): Promise<HttpResponse> {
	const signal = getCancelSignal(context);
	let mayHaveHappened = false;
	let renewed = false;
	let lostPatienceAt: number | undefined;
	for (let attempt = 1; ; attempt++) {
		const patience =
			lostPatienceAt === undefined
				? patienceOf(context, service)
				: lostPatienceAt - performance.now();
		const notNow = ({ milliseconds }: RateLimitTimeoutError): Error =>
			unavailableError(context.getNode(), service, request, {
				answer: TOO_MANY,
				mayHaveHappened,
				askedToWait: milliseconds,
			});
		const sentAt = await turn(
			service.rateLimiter,
			{ again: attempt > 1, patience, signal },
			notNow,
		);
		const outcome = await attemptRequest(context, service, request);
		const { response } = outcome;
		if (response) service.rateLimiter.applyHeaders(response.headers);
		if (response && response.statusCode < 300 && isReadable(response, request)) return response;
		if (response?.statusCode === 404 && maybeGone(request, mayHaveHappened)) return response;

		// n8n has fetched a new access token by now, but cannot send a stream again.
		if (response?.statusCode === 401 && request.bodyStream && !renewed) {
			renewed = true;
			continue;
		}

		const failed = failureOf(outcome);
		const fate = outcome.notSent ? 'notDone' : classifyFailure(failed);
		if (fate === 'refused' && response)
			throw rejectionError(context.getNode(), service, request, response);
		if (fate === 'unknown' && request.method !== 'GET') mayHaveHappened = true;

		lostPatienceAt ??= performance.now() + patienceOf(context, service);
		const wait = backoffDelay(attempt, failed, lostPatienceAt - performance.now());
		if (failed.status === 429)
			service.rateLimiter.onRateLimited(sentAt, wait ?? parseRetryAfter(failed, Date.now()) ?? 0);
		else if (wait !== undefined && mayRepeat(request, fate)) await pause(wait, signal);

		const giveUp = (): Error =>
			unavailableError(context.getNode(), service, request, {
				...failed,
				answer: response,
				mayHaveHappened,
				askedToWait: parseRetryAfter(failed, Date.now()),
			});
		if (fate === 'unknown' && request.findExisting) {
			const effect = await lookForEffect(request.findExisting.bind(request), giveUp);
			if (effect !== undefined) return { statusCode: 200, headers: {}, body: effect };
		}
		if (wait === undefined || !mayRepeat(request, fate)) throw giveUp();
	}
}

async function turn(
	pace: RateLimiter,
	wish: Parameters<RateLimiter['acquire']>[0],
	notNow: (held: RateLimitTimeoutError) => Error,
): Promise<number> {
	try {
		return await pace.acquire(wish);
	} catch (error) {
		throw error instanceof RateLimitTimeoutError
			? notNow(error)
			: (error as ExecutionCancelledError);
	}
}

/** Whether "not found" is what was wanted: it may be missing, or an earlier try of unknown fate has removed it. */
function maybeGone(request: ServiceRequest, mayHaveHappened: boolean): boolean {
	return request.accept404 === true || (mayHaveHappened && request.method === 'DELETE');
}

function mayRepeat(request: ServiceRequest, fate: FailureClass): boolean {
	if (fate === 'notDone') return true;
	return (request.idempotent ?? request.method !== 'POST') || request.findExisting !== undefined;
}

/** A web page, or half of a JSON text, is no answer of a service. */
function isReadable({ body }: HttpResponse, request: ServiceRequest): boolean {
	return request.binary === true || typeof body !== 'string' || !/^\s*[<{[]/u.test(body);
}

function failureOf({ response, networkCode }: AttemptResult): FailedAttempt {
	if (!response) return { networkCode };
	if (response.statusCode < 300) return { networkCode: 'the answer is not JSON' };
	return { status: response.statusCode, headers: response.headers };
}

function patienceOf(
	context: RequestContext,
	{ maxRetryTime = LONGEST_WAIT }: ServiceConnection,
): number {
	return 'getExecutionCancelSignal' in context
		? maxRetryTime
		: Math.min(maxRetryTime, LONGEST_WAIT_IN_EDITOR);
}

/** If it cannot be looked, what matters to the user is the write, not the look. */
async function lookForEffect(
	findExisting: () => Promise<unknown>,
	giveUp: () => Error,
): Promise<unknown> {
	try {
		return await findExisting();
	} catch (error) {
		throw error instanceof ExecutionCancelledError ? error : giveUp();
	}
}
