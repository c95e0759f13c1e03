import { createHmac, timingSafeEqual } from 'node:crypto';

import { isObject } from '../shared/object';
import { parseName } from '../shared/webhook/request';

const FUTURE_TOLERANCE = 10 * 60_000;

export interface VerificationOptions {
	signatureTokens: string[];
	/** Whether deliveries are accepted without a signature while there is no signature token. */
	allowUnsigned: boolean;
	/** Milliseconds. */
	maxAge: number;
	now: number;
}

export interface VerifiedDelivery {
	verified: true;
	event: string;
	/** Whether the delivery comes from "Verify Connection" in Lever (docs/lever-api.md, Verify Connection). */
	isConnectionTest: boolean;
	deduplicationKeys: string[];
	/** The body without its token and signature. */
	item: { id?: string; event: string; triggeredAt: number; data: Record<string, unknown> };
}

export interface RejectedDelivery {
	verified: false;
	status: 401 | 403;
	message: string;
}

/** The three fields of a delivery that are signed, or sign. */
export interface SignedFields {
	token: string;
	triggeredAt: number;
	signature: string;
}

/**
 * Verifies the body of a webhook (docs/lever-api.md, Delivery body and Signatures). Rejects by default: without a signature token
 * nothing passes unless unsigned deliveries are allowed. The signature does not cover `data`, so the ids in it are claims.
 */
export function verifyDelivery(
	body: unknown,
	{ signatureTokens, allowUnsigned, maxAge, now }: VerificationOptions,
): VerifiedDelivery | RejectedDelivery {
	if (!isObject(body)) return reject(401, 'The body is not a Lever webhook.');
	if (signatureTokens.length === 0) {
		return allowUnsigned
			? validatePayload(body, maxAge, now)
			: reject(403, 'No signature token is set, so the delivery cannot be verified.');
	}
	const signed = parseSignedFields(body);
	if (!signed) return reject(401, 'The signature is missing or malformed.');
	if (!isSignedByAny(signatureTokens, signed)) return reject(401, 'The signature is wrong.');
	return validatePayload(body, maxAge, now, signed.signature);
}

function validatePayload(
	body: Record<string, unknown>,
	maxAge: number,
	now: number,
	signature?: string,
): VerifiedDelivery | RejectedDelivery {
	const { triggeredAt } = body;
	if (typeof triggeredAt !== 'number' || !Number.isSafeInteger(triggeredAt))
		return reject(403, '"triggeredAt" is missing or not a time.');
	if (now - triggeredAt > maxAge) return reject(403, 'The event is too old.');
	if (triggeredAt - now > FUTURE_TOLERANCE) return reject(403, 'The event is in the future.');
	const event = parseName(body.event);
	if (event === undefined) return reject(403, '"event" is missing or not a name.');
	const data = body.data ?? {};
	if (!isObject(data)) return reject(403, '"data" is not an object.');
	const id = parseName(body.id);
	return {
		verified: true,
		event,
		isConnectionTest: Object.keys(data).length === 0,
		deduplicationKeys: [
			signature === undefined
				? `unsigned:${JSON.stringify([body.token, event, triggeredAt, data])}`
				: `signature:${signature.toLowerCase()}`,
			...(id === undefined ? [] : [`id:${event}:${id}`]),
		],
		item: { ...(id === undefined ? {} : { id }), event, triggeredAt, data },
	};
}

/**
 * The signed fields of a webhook body, or `undefined` when one is missing or malformed: `token` is text, `triggeredAt`
 * milliseconds since 1970, `signature` 64 hexadecimal digits (docs/lever-api.md, Delivery body).
 */
export function parseSignedFields(body: Record<string, unknown>): SignedFields | undefined {
	const { token, triggeredAt, signature } = body;
	if (typeof token !== 'string' || token === '' || token.length > 512) return undefined;
	if (typeof triggeredAt !== 'number' || !Number.isSafeInteger(triggeredAt) || triggeredAt < 0)
		return undefined;
	if (typeof signature !== 'string' || !/^[0-9a-f]{64}$/iu.test(signature)) return undefined;
	return { token, triggeredAt, signature };
}

/**
 * Whether one of the signature tokens made the signature: HMAC-SHA256 of `token + triggeredAt` (docs/lever-api.md,
 * Signatures). Takes the same time whichever token matches, and however much of the signature does.
 */
export function isSignedByAny(
	signatureTokens: string[],
	{ token, triggeredAt, signature }: SignedFields,
): boolean {
	const actual = Buffer.from(signature, 'hex');
	let matches = false;
	for (const signatureToken of signatureTokens) {
		const expected = createHmac('sha256', signatureToken)
			.update(`${token}${triggeredAt.toString()}`)
			.digest();
		matches = (timingSafeEqual(expected, actual) && signatureToken !== '') || matches;
	}
	return matches;
}

function reject(status: 401 | 403, message: string): RejectedDelivery {
	return { verified: false, status, message };
}
