import { createHmac, timingSafeEqual } from 'node:crypto';

/** The three fields of a delivery that its signature is about. */
export interface SignedFields {
	token: string;
	triggeredAt: number;
	signature: string;
}

/**
 * The signed fields of a webhook body, or `undefined` when one is missing or malformed: `token` is a text,
 * `triggeredAt` milliseconds since epoch, `signature` 64 hexadecimal digits (docs/lever-api.md, Delivery body).
 */
export function signedFieldsOf(body: Record<string, unknown>): SignedFields | undefined {
	const { token, triggeredAt, signature } = body;
	if (typeof token !== 'string' || token === '' || token.length > 512) return undefined;
	if (typeof triggeredAt !== 'number' || !Number.isSafeInteger(triggeredAt) || triggeredAt < 0)
		return undefined;
	if (typeof signature !== 'string' || !/^[0-9a-f]{64}$/iu.test(signature)) return undefined;
	return { token, triggeredAt, signature };
}

/**
 * Whether one of the signature tokens made the signature: HMAC-SHA256 of `token + triggeredAt` under the signature token
 * of the webhook (docs/lever-api.md, Signatures). Takes the same time whichever fits, and however much of it fits.
 */
export function isSignedByOneOf(
	signatureTokens: string[],
	{ token, triggeredAt, signature }: SignedFields,
): boolean {
	const given = Buffer.from(signature, 'hex');
	let fits = false;
	for (const signatureToken of signatureTokens) {
		const expected = createHmac('sha256', signatureToken)
			.update(`${token}${triggeredAt.toString()}`)
			.digest();
		fits = (timingSafeEqual(expected, given) && signatureToken !== '') || fits;
	}
	return fits;
}
