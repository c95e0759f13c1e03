import { createHmac, randomBytes, randomUUID } from 'node:crypto';

import { WebhookDispatcher, type Delivery } from '../WebhookDispatcher';
import type { WebhookFaults } from '../faults';
import type { LeverEvent } from './LeverAccount';
import type { Webhook } from './records';

/** The events that can be filtered by origin (docs/lever-api.md, Webhooks). */
export const EVENTS_WITH_ORIGINS = [
	'applicationCreated',
	'candidateHired',
	'candidateStageChange',
	'candidateArchiveChange',
];
export const EVENTS = [
	...EVENTS_WITH_ORIGINS,
	'candidateDeleted',
	'interviewCreated',
	'interviewUpdated',
	'interviewDeleted',
	'contactCreated',
	'contactUpdated',
];
export const ORIGINS = ['applied', 'sourced', 'referred', 'university', 'agency', 'internal'];

/** The webhooks of the account and their signed deliveries (docs/lever-api.md, Webhook deliveries). */
export class LeverWebhooks {
	webhooks: Webhook[] = [];
	/** The events that a Super Admin switched off. */
	readonly disabledEvents = new Set<string>();
	private readonly dispatcher: WebhookDispatcher;

	constructor(
		private readonly now: () => number,
		private readonly retryDelays: number[],
		faults: WebhookFaults,
	) {
		this.dispatcher = new WebhookDispatcher('lever', now, faults);
	}

	get deliveries(): Delivery[] {
		return this.dispatcher.history;
	}

	get busy(): boolean {
		return this.dispatcher.busy;
	}

	register(event: string, url: string, origins: string[] | null, createdManually = false): Webhook {
		const webhook: Webhook = {
			id: randomUUID(),
			event,
			url,
			origins: EVENTS_WITH_ORIGINS.includes(event) ? (origins ?? ORIGINS) : null,
			signatureToken: randomBytes(24).toString('hex'),
			createdManually,
			createdAt: this.now(),
		};
		this.webhooks.push(webhook);
		return webhook;
	}

	/** Clears the history but keeps the webhooks, because n8n relies on those that it created. */
	reset(): void {
		this.dispatcher.history = [];
		this.disabledEvents.clear();
	}

	/** Sends an event to the webhooks for it, without waiting for their answers. */
	send({ event, origin, data }: LeverEvent): void {
		if (this.disabledEvents.has(event)) return;
		for (const webhook of this.webhooks) {
			if (
				webhook.event !== event ||
				(webhook.origins !== null && origin !== undefined && !webhook.origins.includes(origin))
			)
				continue;
			void this.dispatcher.send(
				this.buildDelivery(webhook, { id: randomUUID(), data }),
				this.retryDelays,
			);
		}
	}

	/** Sends a signed delivery with empty data, like the button "Verify Connection" (docs/lever-api.md, Verify Connection). */
	async verify(webhook: Webhook): Promise<Delivery> {
		return await this.dispatcher.sendOnce(this.buildDelivery(webhook, { data: {} }));
	}

	/** Sends a delivery of the history again, unchanged. */
	async rerun(delivery: Delivery): Promise<void> {
		await this.dispatcher.rerun(delivery);
	}

	/** Waits until no delivery is in progress. */
	async settled(): Promise<void> {
		await this.dispatcher.settled();
	}

	/** Stops retrying. */
	close(): void {
		this.dispatcher.close();
	}

	/** Signs the token and the time, nothing else (docs/lever-api.md, Signatures). */
	private buildDelivery(
		{ id, event, url, signatureToken }: Webhook,
		fields: Record<string, unknown>,
	) {
		const token = randomBytes(24).toString('hex');
		const triggeredAt = this.now();
		const signature = createHmac('sha256', signatureToken)
			.update(`${token}${triggeredAt.toString()}`)
			.digest('hex');
		return {
			webhookId: id,
			event,
			url,
			body: { event, triggeredAt, token, ...fields, signature },
			headers: { 'user-agent': 'Lever-Webhooks' },
		};
	}
}
