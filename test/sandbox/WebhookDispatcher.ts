import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';

import axios from 'axios';

import type { WebhookFault, WebhookFaults } from './faults';

const MAX_DELIVERIES = 1000;
const TIMEOUT = 10_000;

/** A delivery in the history, with the status of each attempt (0: no answer). */
export interface Delivery {
	id: string;
	webhookId: string;
	event: string;
	url: string;
	body: Record<string, unknown>;
	statuses: number[];
	startedAt: number;
	/** The fault that the sandbox injected. */
	fault: WebhookFault['kind'] | null;
}

type WebhookRequest = Pick<Delivery, 'webhookId' | 'event' | 'url' | 'body'> & {
	headers: Record<string, string>;
};

/** Sends the webhook deliveries of one service, keeps their history, and injects the active faults. */
export class WebhookDispatcher {
	history: Delivery[] = [];
	private readonly headers = new WeakMap<Delivery, Record<string, string>>();
	private waiting: (() => void)[] = [];
	private isClosed = false;
	private pending = 0;

	constructor(
		private readonly service: WebhookFault['service'],
		private readonly now: () => number,
		private readonly faults: WebhookFaults,
	) {}

	/** Sends until the answer is 2xx or the retries are used up; `retryDelays` are the milliseconds before each retry. */
	async send(request: WebhookRequest, retryDelays: number[]): Promise<Delivery> {
		const fault = this.faults.triggerFor(this.service, request.event);
		const delivery = this.record(request, fault?.kind ?? null);
		if (fault?.kind === 'drop') return delivery;
		this.pending++;
		try {
			if (fault?.kind === 'reorder') await this.waitForNextDelivery(fault.milliseconds);
			if (fault?.kind === 'delay') await sleep(fault.milliseconds, undefined, { ref: false });
			const interval = fault?.milliseconds ?? 0;
			const copies = fault?.kind === 'repeat' ? fault.copies : 1;
			await Promise.all(
				Array.from({ length: copies }, async (_, copy) => {
					await this.sendUntilAccepted(delivery, copy * interval, copy === 0 ? retryDelays : []);
				}),
			);
		} finally {
			this.pending--;
		}
		return delivery;
	}

	/** Sends once, without faults. */
	async sendOnce(request: WebhookRequest): Promise<Delivery> {
		const delivery = this.record(request, null);
		await this.rerun(delivery);
		return delivery;
	}

	/** Sends a delivery of the history again, unchanged. */
	async rerun(delivery: Delivery): Promise<void> {
		delivery.statuses.push(await this.post(delivery));
	}

	/** Whether a delivery is in progress, held, or waiting for a retry. */
	get busy(): boolean {
		return this.pending > 0;
	}

	/** Waits until no delivery is in progress. */
	async settled(): Promise<void> {
		while (this.busy) await sleep(10);
	}

	/** Stops retrying. */
	close(): void {
		this.isClosed = true;
		this.releaseWaiting();
	}

	private record({ headers, ...request }: WebhookRequest, fault: Delivery['fault']): Delivery {
		const delivery: Delivery = {
			id: randomUUID(),
			...request,
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
		firstDelay: number,
		retryDelays: number[],
	): Promise<void> {
		for (const delay of [firstDelay, ...retryDelays]) {
			await sleep(delay, undefined, { ref: false });
			if (this.isClosed) return;
			const status = await this.post(delivery);
			delivery.statuses.push(status);
			this.releaseWaiting();
			if (status >= 200 && status < 300) return;
		}
	}

	private async waitForNextDelivery(timeout: number): Promise<void> {
		const next = new Promise<void>((resolve) => {
			this.waiting.push(resolve);
		});
		await Promise.race([next, sleep(timeout, undefined, { ref: false })]);
	}

	private releaseWaiting(): void {
		for (const release of this.waiting.splice(0)) release();
	}

	private async post(delivery: Delivery): Promise<number> {
		try {
			const { status } = await axios.post(delivery.url, delivery.body, {
				headers: this.headers.get(delivery),
				timeout: TIMEOUT,
				maxRedirects: 0,
				validateStatus: () => true,
				proxy: false,
			});
			return status;
		} catch {
			return 0;
		}
	}
}
