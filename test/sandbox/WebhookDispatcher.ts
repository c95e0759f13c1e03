import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';

import axios from 'axios';

import type { WebhookFault, WebhookFaults } from './faults';

const MAX_DELIVERIES = 1000;
const TIMEOUT = 10_000;

/** A delivery in the history, and what each try was answered (0 for no answer). */
export interface Delivery {
	id: string;
	webhookId: string;
	event: string;
	url: string;
	body: Record<string, unknown>;
	statuses: number[];
	startedAt: number;
	/** What the sandbox did to it on its way. */
	fault: WebhookFault['kind'] | null;
}

type WebhookRequest = Pick<Delivery, 'webhookId' | 'event' | 'url' | 'body'> & {
	headers: Record<string, string>;
};

/** Sends the deliveries of one service's webhooks, keeps their history, and does the faults that are switched on. */
export class WebhookDispatcher {
	history: Delivery[] = [];
	private readonly headers = new WeakMap<Delivery, Record<string, string>>();
	private waiting: (() => void)[] = [];
	private closed = false;
	private pending = 0;

	constructor(
		private readonly service: WebhookFault['service'],
		private readonly now: () => number,
		private readonly faults: WebhookFaults,
	) {}

	/** Sends until it is answered 2xx or there is no further try; `retryDelays` are milliseconds before each further try. */
	async send(order: WebhookRequest, retryDelays: number[]): Promise<Delivery> {
		const fault = this.faults.takeMatching(this.service, order.event);
		const delivery = this.record(order, fault?.kind ?? null);
		if (fault?.kind === 'drop') return delivery;
		this.pending++;
		try {
			if (fault?.kind === 'reorder') await this.waitForNextDelivery(fault.milliseconds);
			if (fault?.kind === 'delay') await sleep(fault.milliseconds, undefined, { ref: false });
			const apart = fault?.milliseconds ?? 0;
			const copies = fault?.kind === 'repeat' ? fault.copies : 1;
			await Promise.all(
				Array.from({ length: copies }, async (_, copy) => {
					await this.sendUntilAccepted(delivery, copy * apart, copy === 0 ? retryDelays : []);
				}),
			);
		} finally {
			this.pending--;
		}
		return delivery;
	}

	/** Sends once, whatever faults are switched on. */
	async sendOnce(order: WebhookRequest): Promise<Delivery> {
		const delivery = this.record(order, null);
		await this.rerun(delivery);
		return delivery;
	}

	/** Sends a delivery of the history once more, as it was. */
	async rerun(delivery: Delivery): Promise<void> {
		delivery.statuses.push(await this.post(delivery));
	}

	/** Whether a delivery is on its way, held, or waits for its next try. */
	get busy(): boolean {
		return this.pending > 0;
	}

	/** Waits until no delivery is on its way. */
	async settled(): Promise<void> {
		while (this.busy) await sleep(10);
	}

	/** No further tries. */
	close(): void {
		this.closed = true;
		this.releaseWaiting();
	}

	private record({ headers, ...order }: WebhookRequest, fault: Delivery['fault']): Delivery {
		const delivery: Delivery = {
			id: randomUUID(),
			...order,
			statuses: [],
			startedAt: this.now(),
			fault,
		};
		this.headers.set(delivery, headers);
		this.history.push(delivery);
		if (this.history.length > MAX_DELIVERIES) this.history.shift();
		return delivery;
	}

	private async sendUntilAccepted(
		delivery: Delivery,
		firstWait: number,
		retryDelays: number[],
	): Promise<void> {
		for (const wait of [firstWait, ...retryDelays]) {
			await sleep(wait, undefined, { ref: false });
			if (this.closed) return;
			const status = await this.post(delivery);
			delivery.statuses.push(status);
			this.releaseWaiting();
			if (status >= 200 && status < 300) return;
		}
	}

	private async waitForNextDelivery(atMost: number): Promise<void> {
		const next = new Promise<void>((resolve) => {
			this.waiting.push(resolve);
		});
		await Promise.race([next, sleep(atMost, undefined, { ref: false })]);
	}

	private releaseWaiting(): void {
		for (const go of this.waiting.splice(0)) go();
	}

	private async post(delivery: Delivery): Promise<number> {
		try {
			const answer = await axios.post(delivery.url, delivery.body, {
				headers: this.headers.get(delivery),
				timeout: TIMEOUT,
				maxRedirects: 0,
				validateStatus: () => true,
				proxy: false,
			});
			return answer.status;
		} catch {
			return 0;
		}
	}
}
