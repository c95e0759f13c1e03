import type { INode, JsonObject } from 'n8n-workflow';
import { NodeApiError, NodeOperationError, UserError } from 'n8n-workflow';

import { redact, redactNames } from './redact';
import { getRedirectUrl } from './redirect';
import type { HttpResponse, ServiceConnection, ServiceRequest } from './types';

/** No more of a service's words than this goes into an error. */
const MOST_WORDS = 400;

/**
 * The error for an answer that the service refused with: what was being done, the service's own words and code, what
 * to do, and Harver's correlation id. Built from these alone, so that no key, link or candidate gets into an execution.
 */
export function rejectionError(
	node: INode,
	service: ServiceConnection,
	request: ServiceRequest,
	answer: HttpResponse,
): NodeApiError {
	const said = clean(service, service.readFailure(answer).message, request.names);
	const message = `${service.name} refused to ${taskOf(service, request)}${said ? `: ${said}` : ''}`;
	const elsewhere = getRedirectUrl(answer, service.baseUrl + request.path);
	return apiError(node, message, {
		httpCode: String(answer.statusCode),
		details: [
			elsewhere
				? `${service.name} says that this is now at ${elsewhere.origin}, and the key is not sent to another address. If that is right for your account, choose it as the environment or the base URL in the credential.`
				: service.hint(answer.statusCode, service.readFailure(answer)),
			request.hint,
			...whatWasAnswered(service, answer),
		],
		itemIndex: request.itemIndex,
	});
}

/** The error for a request that got no usable answer: the network failed, or the service kept failing. */
export function unavailableError(
	node: INode,
	service: ServiceConnection,
	request: ServiceRequest,
	{
		networkCode,
		answer,
		mayHaveHappened,
		askedToWait,
	}: {
		networkCode?: string;
		answer?: HttpResponse;
		mayHaveHappened: boolean;
		/** Milliseconds that the service asks for. */
		askedToWait?: number;
	},
): NodeApiError {
	const tooMany = answer?.statusCode === 429;
	const message = tooMany
		? `${service.name} is receiving too many requests: gave up trying to ${taskOf(service, request)}`
		: `${service.name} could not be reached or failed: could not ${taskOf(service, request)}`;
	return apiError(node, message, {
		httpCode: answer && answer.statusCode >= 300 ? String(answer.statusCode) : undefined,
		details: [
			tooMany
				? 'Fewer executions at the same time, or a higher limit from the service, would help. Run it again later.'
				: 'Run it again later, and check that the service is up and the base URL in the credential is right.',
			mayHaveHappened
				? 'It may have taken effect all the same: look before you repeat it.'
				: undefined,
			askedToWait !== undefined && askedToWait > 0
				? `${service.name} asks to wait ${Math.ceil(askedToWait / 1000).toString()} seconds.`
				: undefined,
			networkCode ? `Network error: ${clean(service, networkCode)}.` : undefined,
			...(answer ? whatWasAnswered(service, answer) : []),
		],
		itemIndex: request.itemIndex,
	});
}

/** What the credential, or n8n, says itself about why there is no access token; `undefined` when the error is of another kind. */
export function credentialErrorMessage(
	error: unknown,
): { message?: string; description?: string } | undefined {
	if (!(error instanceof UserError) && !(error instanceof NodeOperationError)) return undefined;
	return { message: error.message, description: error.description ?? undefined };
}

/** The error for a request that was not sent because there is no access token for it. */
export function accessTokenError(
	node: INode,
	service: ServiceConnection,
	request: ServiceRequest,
	words: { message?: string; description?: string },
): NodeApiError {
	return apiError(
		node,
		clean(service, words.message) ||
			`${service.name} gave no access token: could not ${taskOf(service, request)}`,
		{
			details: [
				clean(service, words.description) ||
					`Open the ${service.name} credential, check it and connect it again.`,
			],
			itemIndex: request.itemIndex,
		},
	);
}

function whatWasAnswered(service: ServiceConnection, answer: HttpResponse): (string | undefined)[] {
	const { code, correlationId } = service.readFailure(answer);
	return [
		`${service.name} answered ${answer.statusCode.toString()}${code ? ` (${clean(service, code)})` : ''}.`,
		correlationId
			? `Correlation ID for ${service.name}'s support: ${clean(service, correlationId)}.`
			: undefined,
	];
}

/** What was being done. The ids in it are what a field of the node held: by mistake that may be an address or a link. */
function taskOf(service: ServiceConnection, request: ServiceRequest): string {
	return clean(service, request.description);
}

function clean(service: ServiceConnection, text: string | undefined, names: string[] = []): string {
	const words = redactNames(redact(text ?? '', service.secrets), names)
		.replace(/\s+/gu, ' ')
		.trim();
	return words.length > MOST_WORDS ? `${words.slice(0, MOST_WORDS)}…` : words;
}

function apiError(
	node: INode,
	message: string,
	{
		httpCode,
		details,
		itemIndex,
	}: { httpCode?: string; details: (string | undefined)[]; itemIndex?: number },
): NodeApiError {
	const description = details.filter((detail) => detail !== undefined).join(' ');
	const response: JsonObject = { message, ...(httpCode === undefined ? {} : { httpCode }) };
	return new NodeApiError(node, response, { message, description, httpCode, itemIndex });
}
