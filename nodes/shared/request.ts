import { ExecutionCancelledError } from 'n8n-workflow';

import { cancelSignal, pause } from './cancellation';
import { oneTry, type Outcome } from './oneTry';
import { HeldBackError, type Pace } from './pace';
import { fateOf, toldWait, waitBeforeNextTry, type FailedTry, type Fate } from './retry';
import type { Answer, RequestContext, Service, ServiceRequest } from './service';
import { noAnswer, refusal } from './serviceError';

/** What the service has said to another request holds for this one. */
const TOO_MANY: Answer = { statusCode: 429, headers: {}, body: undefined };
const LONGEST_WAIT = 120_000;
/** Somebody looks at the editor while it waits for a list. */
const LONGEST_WAIT_IN_EDITOR = 10_000;

/**
 * Sends one request to a service at its pace and gives the answer. What failed and can be repeated without harm is
 * repeated, as long as `waitBeforeNextTry` says and the service's `longestWait` allows; a write whose fate is unknown only
 * when `findEffect` has not found it done. Throws NodeApiError with the service's own words otherwise, and
 * RequestCancelledError when the execution is stopped.
 */
export async function send(
	context: RequestContext,
	service: Service,
	request: ServiceRequest,
): Promise<Answer> {
	const signal = cancelSignal(context);
	let mayHaveHappened = false;
	let renewed = false;
	let lostPatienceAt: number | undefined;
	for (let attempt = 1; ; attempt++) {
		const patience =
			lostPatienceAt === undefined
				? patienceOf(context, service)
				: lostPatienceAt - performance.now();
		const notNow = ({ milliseconds }: HeldBackError): Error =>
			noAnswer(context.getNode(), service, request, {
				answer: TOO_MANY,
				mayHaveHappened,
				askedToWait: milliseconds,
			});
		const sentAt = await turn(service.pace, { again: attempt > 1, patience, signal }, notNow);
		const outcome = await oneTry(context, service, request);
		const { answer } = outcome;
		if (answer) service.pace.heed(answer.headers);
		if (answer && answer.statusCode < 300 && isReadable(answer, request)) return answer;
		if (answer?.statusCode === 404 && maybeGone(request, mayHaveHappened)) return answer;

		// n8n has fetched a new access token by now, but cannot send a stream again.
		if (answer?.statusCode === 401 && request.content && !renewed) {
			renewed = true;
			continue;
		}

		const failed = failureOf(outcome);
		const fate = outcome.neverSent ? 'notDone' : fateOf(failed);
		if (fate === 'refused' && answer) throw refusal(context.getNode(), service, request, answer);
		if (fate === 'unknown' && request.method !== 'GET') mayHaveHappened = true;

		lostPatienceAt ??= performance.now() + patienceOf(context, service);
		const wait = waitBeforeNextTry(attempt, failed, lostPatienceAt - performance.now());
		if (failed.status === 429)
			service.pace.tooMany(sentAt, wait ?? toldWait(failed, Date.now()) ?? 0);
		else if (wait !== undefined && mayRepeat(request, fate)) await pause(wait, signal);

		const giveUp = (): Error =>
			noAnswer(context.getNode(), service, request, {
				...failed,
				answer,
				mayHaveHappened,
				askedToWait: toldWait(failed, Date.now()),
			});
		if (fate === 'unknown' && request.findEffect) {
			const effect = await lookForEffect(request.findEffect.bind(request), giveUp);
			if (effect !== undefined) return { statusCode: 200, headers: {}, body: effect };
		}
		if (wait === undefined || !mayRepeat(request, fate)) throw giveUp();
	}
}

async function turn(
	pace: Pace,
	wish: Parameters<Pace['turn']>[0],
	notNow: (held: HeldBackError) => Error,
): Promise<number> {
	try {
		return await pace.turn(wish);
	} catch (error) {
		throw error instanceof HeldBackError ? notNow(error) : (error as ExecutionCancelledError);
	}
}

/** Whether "not found" is what was wanted: it may be missing, or an earlier try of unknown fate has removed it. */
function maybeGone(request: ServiceRequest, mayHaveHappened: boolean): boolean {
	return request.accept404 === true || (mayHaveHappened && request.method === 'DELETE');
}

function mayRepeat(request: ServiceRequest, fate: Fate): boolean {
	if (fate === 'notDone') return true;
	return (request.repeatable ?? request.method !== 'POST') || request.findEffect !== undefined;
}

/** A web page, or half of a JSON text, is no answer of a service. */
function isReadable({ body }: Answer, request: ServiceRequest): boolean {
	return request.binary === true || typeof body !== 'string' || !/^\s*[<{[]/u.test(body);
}

function failureOf({ answer, networkCode }: Outcome): FailedTry {
	if (!answer) return { networkCode };
	if (answer.statusCode < 300) return { networkCode: 'the answer is not JSON' };
	return { status: answer.statusCode, headers: answer.headers };
}

function patienceOf(context: RequestContext, { longestWait = LONGEST_WAIT }: Service): number {
	return 'getExecutionCancelSignal' in context
		? longestWait
		: Math.min(longestWait, LONGEST_WAIT_IN_EDITOR);
}

/** If it cannot be looked, what matters to the user is the write, not the look. */
async function lookForEffect(
	findEffect: () => Promise<unknown>,
	giveUp: () => Error,
): Promise<unknown> {
	try {
		return await findEffect();
	} catch (error) {
		throw error instanceof ExecutionCancelledError ? error : giveUp();
	}
}
