import { isObject } from '../shared/object';
import { isSignedByOneOf, signedFieldsOf } from './signature';

const FUTURE_TOLERANCE = 10 * 60_000;

/** How deliveries are judged: the tokens they may be signed with, and how old they may be (milliseconds). */
export interface DeliveryRules {
	signatureTokens: string[];
	allowUnsigned: boolean;
	maxAge: number;
	now: number;
}

/** A delivery that is Lever's own and recent. `isVerification` is the button "Verify Connection" (docs/lever-api.md, Verify Connection). */
export interface GenuineDelivery {
	genuine: true;
	event: string;
	isVerification: boolean;
	/** What recognises the delivery when it comes again. */
	fingerprints: string[];
	/** What the workflow gets: the body without what signs it. */
	item: { id?: string; event: string; triggeredAt: number; data: Record<string, unknown> };
}

export interface RefusedDelivery {
	genuine: false;
	status: 401 | 403;
	message: string;
}

/**
 * Judges the body of a webhook (docs/lever-api.md, Delivery body and Verify Connection). Refuses by default: without a signature token nothing is
 * genuine unless unsigned deliveries are allowed. The signature does not cover `data`, so the ids in it are claims.
 */
export function judgeDelivery(
	body: unknown,
	rules: DeliveryRules,
): GenuineDelivery | RefusedDelivery {
	if (!isObject(body)) return refused(401, 'The body is not a Lever webhook.');
	const signed = signedFieldsOf(body);
	if (rules.signatureTokens.length > 0) {
		if (!signed) return refused(401, 'The signature is missing or malformed.');
		if (!isSignedByOneOf(rules.signatureTokens, signed))
			return refused(401, 'The signature is wrong.');
	} else if (!rules.allowUnsigned) {
		return refused(403, 'No signature token is known here, so no delivery can be verified.');
	}
	return judgeContent(
		body,
		rules,
		rules.signatureTokens.length > 0 ? signed?.signature.toLowerCase() : undefined,
	);
}

function judgeContent(
	body: Record<string, unknown>,
	rules: DeliveryRules,
	signature?: string,
): GenuineDelivery | RefusedDelivery {
	const { event, triggeredAt, id, data } = body;
	if (typeof triggeredAt !== 'number' || !Number.isSafeInteger(triggeredAt))
		return refused(403, 'The time of the event is missing.');
	if (rules.now - triggeredAt > rules.maxAge) return refused(403, 'The delivery is too old.');
	if (triggeredAt - rules.now > FUTURE_TOLERANCE)
		return refused(403, 'The delivery is dated in the future.');
	if (typeof event !== 'string' || event === '') return refused(403, 'The event is missing.');
	const content = isObject(data) ? data : {};
	const eventId = typeof id === 'string' && id !== '' ? id : undefined;
	return {
		genuine: true,
		event,
		isVerification: Object.keys(content).length === 0,
		fingerprints: [
			signature === undefined
				? `unsigned:${JSON.stringify([body.token, event, triggeredAt, content])}`
				: `signature:${signature}`,
			...(eventId === undefined ? [] : [`id:${event}:${eventId}`]),
		],
		item: { ...(eventId === undefined ? {} : { id: eventId }), event, triggeredAt, data: content },
	};
}

function refused(status: 401 | 403, message: string): RefusedDelivery {
	return { genuine: false, status, message };
}
