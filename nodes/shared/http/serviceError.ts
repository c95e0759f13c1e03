import type { INode, JsonObject } from 'n8n-workflow';
import { NodeApiError } from 'n8n-workflow';

import { LOGIN_UNAVAILABLE } from '../../../credentials/harverToken';
import { redact, redactNames } from './redact';
import { getRedirectUrl } from './redirect';
import type { FailedAttempt } from './retryPolicy';
import type { HttpResponse, ServiceConnection, ServiceRequest } from './types';

/** Characters of a service's message that go into an error. */
const MAX_MESSAGE_LENGTH = 400;
const MAY_HAVE_HAPPENED = 'The change may have been made anyway. Check before you run it again.';

/**
 * The error for a request that the service rejected: what was being done, the service's own words and code, what to do,
 * and Harver's correlation ID. Built from these alone, so that no key, link or candidate gets into an execution.
 */
export function rejectionError(
	node: INode,
	service: ServiceConnection,
	request: ServiceRequest,
	response: HttpResponse,
	mayHaveHappened = false,
): NodeApiError {
	const failure = service.readFailure(response);
	const said = clean(service, failure.message, request.names);
	const message = `${service.name} refused to ${describeTask(service, request)}${said ? `: ${said}` : ''}`;
	const elsewhere = getRedirectUrl(response, service.baseUrl + request.path);
	return apiError(node, message, {
		httpCode: String(response.statusCode),
		details: [
			elsewhere
				? `${service.name} redirected the request to ${elsewhere.origin}. The node does not send credentials to another address. If this address is right for your account, choose it as the environment or base URL in the credential.`
				: service.hint(response.statusCode, failure),
			request.hint,
			mayHaveHappened ? MAY_HAVE_HAPPENED : undefined,
			...describeResponse(service, response),
		],
		mayHaveHappened,
		itemIndex: request.itemIndex,
	});
}

/** The error for a request without a usable response: the network failed, the service kept failing, or there are too many requests. */
export function unavailableError(
	node: INode,
	service: ServiceConnection,
	request: ServiceRequest,
	{
		failed,
		response,
		mayHaveHappened,
		askedToWait = 0,
	}: {
		failed: FailedAttempt;
		response?: HttpResponse | undefined;
		mayHaveHappened: boolean;
		/** Milliseconds that the service asks for. */
		askedToWait?: number | undefined;
	},
): NodeApiError {
	const { status, networkCode, bodyProblem } = failed;
	const isRateLimited = status === 429;
	const message = `${describeFailure(service, failed)}: could not ${describeTask(service, request)}`;
	return apiError(node, message, {
		httpCode: status === undefined ? undefined : String(status),
		details: [
			isRateLimited
				? 'Try again later or run fewer executions at once.'
				: 'Try again later, and check that the service is up and the base URL in the credential is right.',
			mayHaveHappened ? MAY_HAVE_HAPPENED : undefined,
			askedToWait > 0
				? `${service.name} asks you to wait ${Math.ceil(askedToWait / 1000).toString()} seconds.`
				: undefined,
			networkCode === LOGIN_UNAVAILABLE ? `${service.name} returned no access token.` : undefined,
			networkCode !== undefined && networkCode !== LOGIN_UNAVAILABLE
				? `Network error: ${clean(service, networkCode)}.`
				: undefined,
			...(response ? describeResponse(service, response, bodyProblem) : []),
		],
		mayHaveHappened,
		itemIndex: request.itemIndex,
	});
}

/** The error for a request that was not sent because there is no access token, with what the credential or n8n says about it. */
export function accessTokenError(
	node: INode,
	service: ServiceConnection,
	request: ServiceRequest,
	error?: unknown,
): NodeApiError {
	const reason = error instanceof NodeApiError && error.httpCode === null ? error : undefined;
	return apiError(
		node,
		clean(service, reason?.message) ||
			`${service.name} returned no access token: could not ${describeTask(service, request)}`,
		{
			details: [
				clean(service, reason?.description ?? undefined) ||
					`Open the ${service.name} credential, check it and reconnect it.`,
			],
			itemIndex: request.itemIndex,
		},
	);
}

function describeFailure(
	{ name }: ServiceConnection,
	{ status, bodyProblem }: FailedAttempt,
): string {
	if (status === 429) return `${name}'s rate limit was reached`;
	if (bodyProblem !== undefined) return `${name} sent no usable response`;
	return `${name} is unavailable`;
}

function describeResponse(
	service: ServiceConnection,
	response: HttpResponse,
	bodyProblem?: string,
): (string | undefined)[] {
	const { code, correlationId } = service.readFailure(response);
	const answered = `${service.name} answered ${response.statusCode.toString()}`;
	return [
		`${answered}${code ? ` (${clean(service, code)})` : ''}${bodyProblem ? `, but ${bodyProblem}` : ''}.`,
		correlationId
			? `Correlation ID for ${service.name} support: ${clean(service, correlationId)}.`
			: undefined,
	];
}

/** What was being done. The IDs in it are what a field of the node held: by mistake that may be an address or a link. */
function describeTask(service: ServiceConnection, request: ServiceRequest): string {
	return clean(service, request.description);
}

function clean(service: ServiceConnection, text: string | undefined, names: string[] = []): string {
	const words = redactNames(redact(text ?? '', service.secrets), names)
		.replace(/\s+/gu, ' ')
		.trim();
	return words.length > MAX_MESSAGE_LENGTH ? `${words.slice(0, MAX_MESSAGE_LENGTH)}…` : words;
}

function apiError(
	node: INode,
	message: string,
	{
		httpCode,
		details,
		mayHaveHappened = false,
		itemIndex,
	}: {
		httpCode?: string | undefined;
		details: (string | undefined)[];
		mayHaveHappened?: boolean;
		itemIndex?: number | undefined;
	},
): NodeApiError {
	const description = details.filter((detail) => detail !== undefined).join(' ');
	const response: JsonObject = { message, ...(httpCode === undefined ? {} : { httpCode }) };
	const error = new NodeApiError(node, response, { message, description, httpCode, itemIndex });
	error.context.mayHaveHappened = mayHaveHappened;
	return error;
}

/** Whether a request that failed with this error may have taken effect: unknown for errors from elsewhere, so it may. */
export function mayHaveTakenEffect(error: unknown): boolean {
	return !(error instanceof NodeApiError) || error.context.mayHaveHappened !== false;
}
