import { parseTimestamp } from '../shared/node/parseTimestamp';
import { isObject } from '../shared/object';
import { kindOf, type Kind } from './events';

/** A delivery of Harver. */
export interface Delivery {
	/** What recognises the delivery when it comes again: Harver gives its events no id. */
	fingerprint: string;
	/** What the workflow gets; `triggeredAt` is in milliseconds since epoch, `data` is the body's. */
	item: {
		event: string;
		kind: Kind;
		triggeredAt: number;
		applicationId: string;
		accountId: string | null;
		status: string | null;
		data: Record<string, unknown>;
	};
}

/**
 * Reads the body of a webhook; `undefined` when it is none of Harver's (docs/harver-api.md, Webhooks). The time
 * may be in seconds or milliseconds, the account beside `data` or inside.
 */
export function readDelivery(body: unknown): Delivery | undefined {
	if (!isObject(body) || !isObject(body.data)) return undefined;
	const { event, data } = body;
	const triggeredAt =
		typeof body.triggeredAt === 'number' ? parseTimestamp(body.triggeredAt) : undefined;
	if (typeof event !== 'string' || event === '' || triggeredAt === undefined) return undefined;
	if (
		data.type !== 'applications' ||
		typeof data.id !== 'string' ||
		!/^[0-9a-f]{24}$/iu.test(data.id)
	)
		return undefined;
	const status = isObject(data.attributes) ? textOrNull(data.attributes.status) : null;
	return {
		fingerprint: JSON.stringify([data.id.toLowerCase(), event, triggeredAt]),
		item: {
			event,
			kind: kindOf(event, status),
			triggeredAt,
			applicationId: data.id,
			accountId: accountIn(body.relationships) ?? accountIn(data.relationships),
			status,
			data,
		},
	};
}

function accountIn(relationships: unknown): string | null {
	const account = isObject(relationships) ? relationships.account : undefined;
	const data = isObject(account) ? account.data : undefined;
	return isObject(data) ? textOrNull(data.id) : null;
}

function textOrNull(value: unknown): string | null {
	return typeof value === 'string' && value !== '' ? value : null;
}
