import { createHash } from 'node:crypto';

import { sleep } from 'n8n-workflow';

import { RequestCancelledError } from './cancellation';
import { parseExhaustedWindow } from './waitHeaders';

/** How fast a service lets one account send requests: a token bucket's refill and size. */
export interface RateLimit {
	requestsPerSecond: number;
	burst: number;
	/** Milliseconds: no pause is longer, whatever the service asks for. */
	maxPause?: number;
}

/** Requests bunch up in transit, so the bucket is smaller than the service's. */
const SHARE_OF_BURST = 0.8;
/** Milliseconds after which the queue is checked again, in case it is empty by now or the limit has changed. */
const MAX_SLEEP = 1000;
/** Milliseconds after which an unused bucket is full again and no pause is left. */
const IDLE_TIMEOUT = 600_000;

interface Waiter {
	/** How many milliseconds of pause it can wait for. */
	maxWait: number;
	resolve(sentAt: number): void;
	reject(pausedFor: number): void;
}

/** A request was not sent, because the service wants a longer pause than the request can wait for. */
export class RateLimitTimeoutError extends Error {
	constructor(readonly milliseconds: number) {
		super('The service asks for a longer pause');
	}
}

/**
 * Lets the requests to one account pass at the rate that its service allows, whatever items, nodes and executions of this
 * process send at once. A token bucket: no more requests start than the burst and the refill allow, in the order in which
 * they came, except that a retry goes first. During a pause that the service has asked for, none starts.
 */
export class RateLimiter {
	private readonly queue: Waiter[] = [];
	private tokens: number;
	private refilledAt = performance.now();
	private pausedUntil = -Infinity;
	private usedAt = performance.now();
	private isDraining = false;

	constructor(private limit: RateLimit) {
		this.tokens = this.getBurst();
	}

	/**
	 * Resolves when the request may be sent, with that moment. `isRetry`: it was sent before, so it goes ahead of those that
	 * came later. `maxWait`: the milliseconds of pause that it can wait for, not counting the queue; throws
	 * RateLimitTimeoutError when that is not enough, and RequestCancelledError as soon as the signal is aborted.
	 */
	async acquire({
		isRetry = false,
		maxWait = Infinity,
		signal,
	}: { isRetry?: boolean; maxWait?: number; signal?: AbortSignal } = {}): Promise<number> {
		return await new Promise((resolve, reject) => {
			const cancel = (): void => {
				this.queue.splice(this.queue.indexOf(waiter), 1);
				reject(new RequestCancelledError());
			};
			const waiter: Waiter = {
				maxWait: Math.max(0, maxWait),
				resolve: (sentAt) => {
					signal?.removeEventListener('abort', cancel);
					resolve(sentAt);
				},
				reject: (pausedFor) => {
					signal?.removeEventListener('abort', cancel);
					reject(new RateLimitTimeoutError(pausedFor));
				},
			};
			const pausedFor = this.pausedUntil - performance.now();
			if (signal?.aborted || pausedFor > waiter.maxWait) {
				reject(
					signal?.aborted ? new RequestCancelledError() : new RateLimitTimeoutError(pausedFor),
				);
				return;
			}
			signal?.addEventListener('abort', cancel, { once: true });
			if (isRetry) this.queue.unshift(waiter);
			else this.queue.push(waiter);
			void this.drain();
		});
	}

	/** Holds back every request for that many milliseconds, even those already waiting, then starts slowly. */
	pauseFor(milliseconds: number): void {
		const now = performance.now();
		const pause = Math.min(milliseconds, this.limit.maxPause ?? Infinity);
		this.refill(now);
		this.pausedUntil = Math.max(this.pausedUntil, now + pause);
		this.tokens = Math.min(this.tokens, 0);
	}

	/** Pauses when the headers of a response say that the account's window is used up. */
	applyHeaders(headers: Record<string, unknown>): void {
		const windowLeft = parseExhaustedWindow(headers);
		if (windowLeft !== undefined) this.pauseFor(windowLeft);
	}

	/** Changes the limit of the account. */
	setLimit(limit: RateLimit): void {
		this.usedAt = performance.now();
		this.limit = limit;
	}

	/** Whether it has been unused for so long that it remembers nothing a new one would not know. */
	get isIdle(): boolean {
		const lastUse = Math.max(this.pausedUntil, this.usedAt);
		return this.queue.length === 0 && performance.now() - lastUse > IDLE_TIMEOUT;
	}

	private async drain(): Promise<void> {
		if (this.isDraining) return;
		this.isDraining = true;
		for (;;) {
			const now = performance.now();
			this.rejectExpired(this.pausedUntil - now);
			if (this.queue.length === 0) break;
			const wait = this.getWait(now);
			if (wait > 0) {
				await sleep(Math.min(Math.ceil(wait), MAX_SLEEP));
			} else {
				this.tokens -= 1;
				this.queue.shift()?.resolve(now);
			}
		}
		this.isDraining = false;
	}

	private rejectExpired(pausedFor: number): void {
		for (const waiter of this.queue.filter(({ maxWait }) => maxWait < pausedFor)) {
			this.queue.splice(this.queue.indexOf(waiter), 1);
			waiter.reject(pausedFor);
		}
	}

	/** Milliseconds until the next request may start. */
	private getWait(now: number): number {
		this.refill(now);
		const untilToken = ((1 - this.tokens) / this.limit.requestsPerSecond) * 1000;
		return Math.max(0, this.pausedUntil - now) + Math.max(0, untilToken);
	}

	private refill(now: number): void {
		const seconds = Math.max(0, now - Math.max(this.refilledAt, this.pausedUntil)) / 1000;
		const refilled = this.tokens + seconds * this.limit.requestsPerSecond;
		this.tokens = Math.min(this.getBurst(), refilled);
		this.refilledAt = now;
	}

	private getBurst(): number {
		return Math.max(1, this.limit.burst * SHARE_OF_BURST);
	}
}

const rateLimiters = new Map<string, RateLimiter>();

/**
 * The rate limiter that everything in this process shares for one account; `account` holds what identifies it and is only
 * hashed. The limit of the latest call counts, so that a changed credential takes effect at once.
 */
export function rateLimiterFor(account: string[], limit: RateLimit): RateLimiter {
	const key = createHash('sha256').update(JSON.stringify(account)).digest('hex');
	const known = rateLimiters.get(key);
	if (known) {
		known.setLimit(limit);
		return known;
	}
	for (const [other, limiter] of rateLimiters) if (limiter.isIdle) rateLimiters.delete(other);
	const limiter = new RateLimiter(limit);
	rateLimiters.set(key, limiter);
	return limiter;
}
