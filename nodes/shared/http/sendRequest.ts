import { ExecutionCancelledError } from 'n8n-workflow';

import { LOGIN_UNAVAILABLE } from '../../../credentials/harverToken';
import { attemptRequest, type AttemptResult } from './attemptRequest';
import { getCancelSignal, pause } from './cancellation';
import { RateLimitTimeoutError, type RateLimiter } from './RateLimiter';
import { renewAccessToken } from './renewAccessToken';
import { findBodyProblem } from './responseBody';
import {
	backoffDelay,
	classifyFailure,
	type FailedAttempt,
	type FailureClass,
} from './retryPolicy';
import { accessTokenError, rejectionError, unavailableError } from './serviceError';
import type { HttpResponse, RequestContext, ServiceConnection, ServiceRequest } from './types';
import { parseRetryAfter } from './waitHeaders';

/** The user is waiting in the editor while a list loads. */
const MAX_RETRY_TIME_IN_EDITOR = 10_000;
/** Maximum attempts for a POST with no usable response: each may email the candidate, and a search may not find it yet. */
const MAX_UNCONFIRMED_WRITES = 2;

/**
 * Sends one request to a service, when its rate limiter lets it, and returns the response. A failure that can be repeated
 * without harm is retried, as long as `backoffDelay` says and the service's `maxRetryTime` allows; a write whose response was
 * lost only when `findExisting` has not found its effect. Throws NodeApiError with the service's own words otherwise, and
 * RequestCancelledError when the execution is stopped.
 */
export async function sendRequest(
	context: RequestContext,
	service: ServiceConnection,
	request: ServiceRequest,
): Promise<HttpResponse> {
	const node = context.getNode();
	const signal = getCancelSignal(context);
	const timeBudget = getTimeBudget(context, service);
	let deadline: number | undefined;
	let mayHaveHappened = false;
	let unconfirmedWrites = 0;
	let tokenRefreshed: 'renewed' | 'refused' | undefined;
	for (let attempt = 1; ; attempt++) {
		const maxWait = deadline === undefined ? timeBudget : deadline - performance.now();
		const turn = { isRetry: attempt > 1, maxWait, signal };
		const sentAt = await acquire(service.rateLimiter, turn, (askedToWait) =>
			unavailableError(node, service, request, {
				failed: { status: 429 },
				mayHaveHappened,
				askedToWait,
			}),
		);
		const result = await attemptRequest(context, service, request);
		const { response } = result;
		if (response) service.rateLimiter.applyHeaders(response.headers);

		let failed = findFailure(request, result);
		if (response && failed === undefined) return response;
		if (response?.statusCode === 404 && isExpected404(request, mayHaveHappened)) return response;
		failed ??= {};

		if (failed.status === 401 && service.renewalPath !== undefined && !tokenRefreshed) {
			const renewal = await renewAccessToken(context, service, request, sentAt);
			if (renewal !== 'unavailable') {
				tokenRefreshed = renewal;
				continue;
			}
			failed = { networkCode: LOGIN_UNAVAILABLE };
		}

		const failureClass = classifyFailure(failed);
		if (failureClass === 'rejected' && response) {
			const rejected = (): Error =>
				failed.status === 401 && tokenRefreshed === 'refused'
					? accessTokenError(node, service, request)
					: rejectionError(node, service, request, response, mayHaveHappened);
			// The earlier attempt may be why this one is rejected.
			const existing = mayHaveHappened ? await reconcileWrite(request, rejected) : undefined;
			if (existing !== undefined) return { statusCode: 200, headers: {}, body: existing };
			throw rejected();
		}
		if (failureClass === 'ambiguous' && request.method !== 'GET') mayHaveHappened = true;
		if (failed.bodyProblem !== undefined && request.method === 'POST') unconfirmedWrites++;

		deadline ??= performance.now() + timeBudget;
		const delay = backoffDelay(attempt, failed, deadline - performance.now());
		const willRetry =
			delay !== undefined &&
			canRetry(request, failureClass) &&
			unconfirmedWrites < MAX_UNCONFIRMED_WRITES;
		const askedToWait = parseRetryAfter(failed, Date.now());
		if (failed.status === 429) service.rateLimiter.pauseFor(delay ?? askedToWait ?? 0);
		else if (willRetry) await pause(delay, signal);

		const giveUp = (): Error =>
			unavailableError(node, service, request, { failed, response, mayHaveHappened, askedToWait });
		if (failureClass === 'ambiguous') {
			const existing = await reconcileWrite(request, giveUp);
			if (existing !== undefined) return { statusCode: 200, headers: {}, body: existing };
		}
		if (!willRetry) throw giveUp();
	}
}

async function acquire(
	rateLimiter: RateLimiter,
	turn: Parameters<RateLimiter['acquire']>[0],
	rateLimitedError: (askedToWait: number) => Error,
): Promise<number> {
	try {
		return await rateLimiter.acquire(turn);
	} catch (error) {
		throw error instanceof RateLimitTimeoutError
			? rateLimitedError(error.milliseconds)
			: (error as ExecutionCancelledError);
	}
}

/** What went wrong; `undefined` when the response is what the request expects. */
function findFailure(
	request: ServiceRequest,
	{ response, networkCode }: AttemptResult,
): FailedAttempt | undefined {
	if (!response) return { networkCode };
	const { statusCode: status, headers } = response;
	if (status >= 300) return { status, headers };
	const bodyProblem = findBodyProblem(request, response);
	return bodyProblem === undefined ? undefined : { bodyProblem };
}

/** Whether "not found" is what was wanted: it may be missing, or an earlier attempt whose response was lost has removed it. */
function isExpected404(request: ServiceRequest, mayHaveHappened: boolean): boolean {
	return request.accept404 === true || (mayHaveHappened && request.method === 'DELETE');
}

function canRetry(request: ServiceRequest, failureClass: FailureClass): boolean {
	if (failureClass === 'safeToRetry') return true;
	return (request.idempotent ?? request.method !== 'POST') || request.findExisting !== undefined;
}

function getTimeBudget(context: RequestContext, { maxRetryTime }: ServiceConnection): number {
	return 'getExecutionCancelSignal' in context
		? maxRetryTime
		: Math.min(maxRetryTime, MAX_RETRY_TIME_IN_EDITOR);
}

/** What a write with a lost response has led to; `undefined` when nothing is found. If the look-up fails, what matters to the user is the write. */
async function reconcileWrite(request: ServiceRequest, giveUp: () => Error): Promise<unknown> {
	try {
		return await request.findExisting?.();
	} catch (error) {
		throw error instanceof ExecutionCancelledError ? error : giveUp();
	}
}
