import type { IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';

/** Bytes; deliveries of both services are well under a kilobyte. */
export const MAX_BODY_BYTES = 256 * 1024;
/** Deliveries of both services nest five deep. */
const DEEPEST_BODY = 32;

/** The request of a delivery. n8n has read its body: as it came (unpacked) and, when it is `application/json`, as what it says. */
interface Incoming {
	headers: { 'content-length'?: string | undefined };
	rawBody?: Buffer;
	body?: unknown;
}

/** Whether a request's body is larger than any delivery, by what it says and by what came. */
export function isTooLarge({ headers, rawBody }: Incoming): boolean {
	return (
		Number(headers['content-length'] ?? 0) > MAX_BODY_BYTES ||
		(rawBody?.length ?? 0) > MAX_BODY_BYTES
	);
}

/**
 * The body of a delivery; `undefined` when it is no JSON or nests without end. JSON of another content type
 * (`application/vnd.api+json`), which n8n leaves alone, is read here.
 */
export function parseBody({ body, rawBody }: Incoming): unknown {
	const content = isEmpty(body) && rawBody !== undefined ? parsed(rawBody.toString('utf8')) : body;
	return isNestedDeeperThan(DEEPEST_BODY, content) ? undefined : content;
}

function isEmpty(body: unknown): boolean {
	return typeof body !== 'object' || body === null || Object.keys(body).length === 0;
}

function parsed(text: string): unknown {
	try {
		return JSON.parse(text) as unknown;
	} catch {
		return undefined;
	}
}

/** Whether a value holds objects or lists nested deeper than `levels`. What nests without end would break whoever reads or writes it. */
export function isNestedDeeperThan(levels: number, value: unknown): boolean {
	if (typeof value !== 'object' || value === null) return false;
	return levels === 0 || Object.values(value).some((part) => isNestedDeeperThan(levels - 1, part));
}

/** Answers a delivery with a status and a message and starts nothing. */
export function respond(
	context: IWebhookFunctions,
	status: number,
	message: string,
): IWebhookResponseData {
	context.getResponseObject().status(status).json({ message });
	return { noWebhookResponse: true };
}
