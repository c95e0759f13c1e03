import { parseTimestamp } from '../shared/node/parseTimestamp';
import { asObject, isObject } from '../shared/object';
import { parseName } from '../shared/webhook/request';
import { getEventType, type EventType } from './events';

export interface Delivery {
	/** Identifies a repeated delivery, because Harver's events have no ID. */
	deduplicationKey: string;
	/** `triggeredAt` is in milliseconds since 1970, `data` is the body's. */
	item: {
		event: string;
		eventType: EventType;
		triggeredAt: number;
		applicationId: string;
		accountId: string | null;
		status: string | null;
		data: Record<string, unknown>;
	};
}

/**
 * Parses the body of a webhook; `undefined` when it is not Harver's (docs/harver-api.md, Webhooks). The time may be in
 * seconds or milliseconds, the account beside `data` or inside; `data.type` and `data.attributes` may be missing.
 */
export function parseDelivery(body: unknown): Delivery | undefined {
	if (!isObject(body) || !isObject(body.data)) return undefined;
	const { data } = body;
	const event = parseName(body.event);
	const triggeredAt =
		typeof body.triggeredAt === 'number' ? parseTimestamp(body.triggeredAt) : undefined;
	const applicationId = parseApplicationId(data);
	if (event === undefined || triggeredAt === undefined || applicationId === undefined)
		return undefined;
	const status = parseName(asObject(data.attributes).status) ?? null;
	return {
		deduplicationKey: JSON.stringify([applicationId.toLowerCase(), event, triggeredAt]),
		item: {
			event,
			eventType: getEventType(event, status),
			triggeredAt,
			applicationId,
			accountId: parseAccountId(body.relationships) ?? parseAccountId(data.relationships) ?? null,
			status,
			data,
		},
	};
}

function parseApplicationId({ type, id }: Record<string, unknown>): string | undefined {
	if ((type ?? 'applications') !== 'applications') return undefined;
	return typeof id === 'string' && /^[0-9a-f]{24}$/iu.test(id) ? id : undefined;
}

function parseAccountId(relationships: unknown): string | undefined {
	const { data } = asObject(asObject(relationships).account);
	return parseName(asObject(data).id);
}
