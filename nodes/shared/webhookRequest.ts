import { isNestedDeeperThan } from './nesting';

/** Bytes; deliveries of both services are well under a kilobyte. */
export const LARGEST_BODY = 256 * 1024;
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
		Number(headers['content-length'] ?? 0) > LARGEST_BODY || (rawBody?.length ?? 0) > LARGEST_BODY
	);
}

/**
 * The body of a delivery; `undefined` when it is no JSON or nests without end. JSON of another content type
 * (`application/vnd.api+json`), which n8n leaves alone, is read here.
 */
export function bodyOf({ body, rawBody }: Incoming): unknown {
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
