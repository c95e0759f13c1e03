import type { INode, JsonObject } from 'n8n-workflow';
import { NodeApiError } from 'n8n-workflow';

import { redact } from './redact';
import type { Answer, Service, ServiceRequest } from './service';

/**
 * The error for an answer that the service refused with: what was being done, the service's own words and code, what
 * to do, and Harver's correlation id. Built from these alone, so that no key, link or candidate gets into an execution.
 */
export function refusal(node: INode, service: Service, request: ServiceRequest, answer: Answer): NodeApiError {
	const failure = service.readFailure(answer);
	const said = redact(failure.message ?? '').trim();
	const message = `${service.name} refused to ${request.task}${said ? `: ${said}` : ''}`;
	return apiError(node, message, {
		httpCode: String(answer.statusCode),
		details: [
			service.advice(answer.statusCode, failure),
			request.advice,
			`${service.name} answered ${answer.statusCode.toString()}${failure.code ? ` (${redact(failure.code)})` : ''}.`,
			failure.correlationId ? `Correlation ID for ${service.name}'s support: ${failure.correlationId}.` : undefined,
		],
		itemIndex: request.itemIndex,
	});
}

/** The error for a request that got no usable answer: the network failed, or the service kept failing. */
export function noAnswer(
	node: INode,
	service: Service,
	request: ServiceRequest,
	{ networkCode, answer, mayHaveHappened }: { networkCode?: string; answer?: Answer; mayHaveHappened: boolean },
): NodeApiError {
	const failure = answer ? service.readFailure(answer) : {};
	const tooMany = answer?.statusCode === 429;
	const message = tooMany
		? `${service.name} is receiving too many requests: gave up trying to ${request.task}`
		: `${service.name} could not be reached or failed: could not ${request.task}`;
	return apiError(node, message, {
		httpCode: answer ? String(answer.statusCode) : undefined,
		details: [
			tooMany
				? 'Fewer executions at the same time, or a higher limit from the service, would help. Run it again later.'
				: 'It was tried several times. Run it again later, and check that the service is up and the base URL in the credential is right.',
			mayHaveHappened ? 'It may have taken effect all the same: look before you repeat it.' : undefined,
			networkCode ? `Network error: ${networkCode}.` : undefined,
			answer ? `${service.name} answered ${answer.statusCode.toString()}${failure.code ? ` (${redact(failure.code)})` : ''}.` : undefined,
			failure.correlationId ? `Correlation ID for ${service.name}'s support: ${failure.correlationId}.` : undefined,
		],
		itemIndex: request.itemIndex,
	});
}

function apiError(
	node: INode,
	message: string,
	{ httpCode, details, itemIndex }: { httpCode?: string; details: (string | undefined)[]; itemIndex?: number },
): NodeApiError {
	const description = details.filter((detail) => detail !== undefined).join(' ');
	const response: JsonObject = { message, ...(httpCode === undefined ? {} : { httpCode }) };
	return new NodeApiError(node, response, { message, description, httpCode, itemIndex });
}
