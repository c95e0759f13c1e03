import type { IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';

import { parseJson } from '../object';

/** Deliveries of both services are well under a kilobyte. */
export const MAX_BODY_BYTES = 256 * 1024;
/** Deliveries of both services nest five levels deep. */
const MAX_BODY_DEPTH = 32;

/** The request of a delivery. n8n has read its body: the bytes (unpacked) and, for `application/json`, the parsed value. */
interface WebhookRequest {
	headers: { 'content-length'?: string | undefined };
	rawBody?: Buffer;
	body?: unknown;
}

/** Whether a request's body is larger than any delivery, by its header or by its bytes. */
export function isTooLarge({ headers, rawBody }: WebhookRequest): boolean {
	return (
		Number(headers['content-length'] ?? 0) > MAX_BODY_BYTES ||
		(rawBody?.length ?? 0) > MAX_BODY_BYTES
	);
}

/**
 * The body of a delivery; `undefined` when it is not JSON or nests too deeply. n8n parses `application/json` only, so JSON
 * of another content type (`application/vnd.api+json`) is parsed here.
 */
export function parseBody({ body, rawBody }: WebhookRequest): unknown {
	const content =
		isEmpty(body) && rawBody !== undefined ? parseJson(rawBody.toString('utf8')) : body;
	return isNestedDeeperThan(MAX_BODY_DEPTH, content) ? undefined : content;
}

/** The name or ID in a field of a delivery: text without line ends and other control characters. `undefined` when it is something else. */
export function parseName(value: unknown): string | undefined {
	return typeof value === 'string' && /^\P{Cc}+$/u.test(value) ? value : undefined;
}

function isEmpty(body: unknown): boolean {
	return typeof body !== 'object' || body === null || Object.keys(body).length === 0;
}

function isNestedDeeperThan(levels: number, value: unknown): boolean {
	if (typeof value !== 'object' || value === null) return false;
	return levels === 0 || Object.values(value).some((part) => isNestedDeeperThan(levels - 1, part));
}

/** Answers a delivery with a status and a message, without starting the workflow. */
export function respond(
	context: IWebhookFunctions,
	status: number,
	message: string,
): IWebhookResponseData {
	context.getResponseObject().status(status).json({ message });
	return { noWebhookResponse: true };
}
