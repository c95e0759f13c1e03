import { createHmac, randomBytes, randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';

import axios from 'axios';

import type { LeverEvent } from './LeverAccount';
import type { Webhook } from './records';

/** The events that exist (contract lever §3.1); those with origins can be filtered by them. */
export const EVENTS_WITH_ORIGINS = ['applicationCreated', 'candidateHired', 'candidateStageChange', 'candidateArchiveChange'];
export const EVENTS = [...EVENTS_WITH_ORIGINS, 'candidateDeleted', 'interviewCreated', 'interviewUpdated', 'interviewDeleted', 'contactCreated', 'contactUpdated'];
export const ORIGINS = ['applied', 'sourced', 'referred', 'university', 'agency', 'internal'];

const MOST_DELIVERIES = 1000;

/** A delivery in the history, and what each try was answered (0 for no answer). */
export interface Delivery {
	id: string;
	webhookId: string;
	event: string;
	url: string;
	body: Record<string, unknown>;
	statuses: number[];
	startedAt: number;
}

/** Keeps the webhooks, and signs and sends deliveries with Lever's five tries (contract lever §3). */
export class WebhookSender {
	webhooks: Webhook[] = [];
	deliveries: Delivery[] = [];
	/** Event groups that a Super Admin has switched off. */
	readonly switchedOff = new Set<string>();
	private closed = false;
	private underWay = 0;

	constructor(
		private readonly now: () => number,
		private readonly retryDelays: number[],
	) {}

	register(event: string, url: string, origins: string[] | null, madeByHand = false): Webhook {
		const webhook: Webhook = { id: randomUUID(), event, url, origins: EVENTS_WITH_ORIGINS.includes(event) ? (origins ?? ORIGINS) : null, signatureToken: randomBytes(24).toString('hex'), madeByHand, createdAt: this.now() };
		this.webhooks.push(webhook);
		return webhook;
	}

	reset(): void {
		this.deliveries = [];
		this.switchedOff.clear();
	}

	/** Tells every webhook that asked for the event; does not wait for their answers. */
	send({ event, origin, data }: LeverEvent): void {
		if (this.switchedOff.has(event)) return;
		for (const webhook of this.webhooks) {
			if (webhook.event !== event || (webhook.origins !== null && origin !== undefined && !webhook.origins.includes(origin))) continue;
			void this.deliver(webhook, { id: randomUUID(), event, triggeredAt: this.now(), token: randomBytes(24).toString('hex'), data });
		}
	}

	/** The button "Verify Connection": one signed delivery with empty data (contract lever §3.4). */
	async verify(webhook: Webhook): Promise<Delivery> {
		return await this.deliver(webhook, { event: webhook.event, triggeredAt: this.now(), token: randomBytes(24).toString('hex'), data: {} }, []);
	}

	/** Sends a delivery of the history once more, as it was. */
	async rerun(delivery: Delivery): Promise<void> {
		delivery.statuses.push(await this.try(delivery));
	}

	/** No further tries. */
	close(): void {
		this.closed = true;
	}

	get busy(): boolean {
		return this.underWay > 0;
	}

	private async deliver(webhook: Webhook, fields: Record<string, unknown>, retryDelays = this.retryDelays): Promise<Delivery> {
		const signature = createHmac('sha256', webhook.signatureToken).update(`${String(fields.token)}${String(fields.triggeredAt)}`).digest('hex');
		const delivery: Delivery = { id: randomUUID(), webhookId: webhook.id, event: webhook.event, url: webhook.url, body: { ...fields, signature }, statuses: [], startedAt: this.now() };
		this.deliveries.push(delivery);
		if (this.deliveries.length > MOST_DELIVERIES) this.deliveries.shift();
		this.underWay++;
		for (const wait of [0, ...retryDelays]) {
			await sleep(wait, undefined, { ref: false });
			if (this.closed) break;
			const status = await this.try(delivery);
			delivery.statuses.push(status);
			if (status >= 200 && status < 300) break;
		}
		this.underWay--;
		return delivery;
	}

	private async try({ url, body }: Delivery): Promise<number> {
		try {
			const answer = await axios.post(url, body, { headers: { 'user-agent': 'Lever-Webhooks' }, timeout: 10_000, maxRedirects: 0, validateStatus: () => true, proxy: false });
			return answer.status;
		} catch {
			return 0;
		}
	}
}
