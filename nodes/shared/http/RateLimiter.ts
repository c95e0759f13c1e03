import { createHash } from 'node:crypto';

import { sleep } from 'n8n-workflow';

import { AdaptiveRate, type RateLimit } from './adaptiveRate';
import { RequestCancelledError } from './cancellation';
import { parseRateLimitHeaders } from './rateLimitHeaders';
import { TokenBucket } from './tokenBucket';

export type { RateLimit } from './adaptiveRate';

/** Who waits looks up this often, in case that all others have left or the rate has changed. */
const LONGEST_NAP = 1000;

/** After so long the bucket is full again and every refusal forgotten. */
const REST = 600_000;

interface Waiter {
	/** How many milliseconds it may be held. */
	patience: number;
	pass(sentAt: number): void;
	refuse(heldFor: number): void;
}

/** A request was not let pass, because the service wants to be left alone for longer than the request may wait. */
export class RateLimitTimeoutError extends Error {
	constructor(readonly milliseconds: number) {
		super('The service wants to be left alone for too long');
	}
}

/**
 * Lets the requests to one account pass at the rate that its service allows.
 *
 * Guaranteed, whatever items, nodes and executions of this process ask at once: over any stretch of time no more requests
 * start than the burst and the refill allow; they start in the order in which they came, except that a repeated one goes
 * first; and while the service has said that it is too much, none starts, those that wait already included. A refusal
 * lowers the rate and the burst to seven tenths, which are forgotten in half a minute, so that processes which share an
 * account find a rate together. The rate never falls to nothing: every request gets its turn.
 */
export class RateLimiter {
	private readonly rate: AdaptiveRate;
	private readonly bucket: TokenBucket;
	private readonly line: Waiter[] = [];
	private heldUntil = -Infinity;
	private askedAt = performance.now();
	private letting = false;

	constructor(limit: RateLimit) {
		const now = performance.now();
		this.rate = new AdaptiveRate(limit);
		this.bucket = new TokenBucket(this.rate.burst(now), now);
	}

	/**
	 * Resolves when the request may be sent, with that moment. `again`: it was sent before, so it goes ahead of those who
	 * came later. `patience`: the milliseconds that it may be held for, not counting the line; throws HeldBackError when that
	 * is not enough, and RequestCancelledError as soon as the signal is given.
	 */
	async acquire({
		again = false,
		patience = Infinity,
		signal,
	}: { again?: boolean; patience?: number; signal?: AbortSignal } = {}): Promise<number> {
		return await new Promise((resolve, reject) => {
			const leave = () => {
				this.line.splice(this.line.indexOf(waiter), 1);
				reject(new RequestCancelledError());
			};
			const waiter: Waiter = {
				patience,
				refuse: (heldFor) => {
					signal?.removeEventListener('abort', leave);
					reject(new RateLimitTimeoutError(heldFor));
				},
				pass: (sentAt) => {
					signal?.removeEventListener('abort', leave);
					resolve(sentAt);
				},
			};
			const heldFor = this.heldUntil - performance.now();
			if (signal?.aborted || heldFor > patience) {
				reject(signal?.aborted ? new RequestCancelledError() : new RateLimitTimeoutError(heldFor));
				return;
			}
			signal?.addEventListener('abort', leave, { once: true });
			if (again) this.line.unshift(waiter);
			else this.line.push(waiter);
			void this.letPass();
		});
	}

	/** Holds every request back for that many milliseconds, those that wait already too. */
	pauseFor(milliseconds: number): void {
		this.heldUntil = Math.max(this.heldUntil, performance.now() + milliseconds);
		this.bucket.empty(this.heldUntil);
	}

	/** The service has refused a request that was sent at that moment because there were too many, and wants so many milliseconds of peace. */
	onRateLimited(sentAt: number, wait: number): void {
		this.rate.lower(sentAt, performance.now());
		this.pauseFor(wait);
	}

	/** Heeds what the headers of an answer say about the limit. */
	applyHeaders(headers: Record<string, unknown>): void {
		const told = parseRateLimitHeaders(headers);
		this.rate.heed(told, performance.now());
		if (told.remaining === 0 && told.reset !== undefined) this.pauseFor(told.reset * 1000);
	}

	/** From now on the account is allowed this much. */
	setLimit(limit: RateLimit): void {
		this.askedAt = performance.now();
		this.rate.limit = limit;
	}

	/** Whether it has rested so long that it remembers nothing a new one would not know. */
	get isIdle(): boolean {
		return (
			this.line.length === 0 && performance.now() - Math.max(this.heldUntil, this.askedAt) > REST
		);
	}

	private async letPass(): Promise<void> {
		if (this.letting) return;
		this.letting = true;
		for (;;) {
			const now = performance.now();
			this.refuseTheImpatient(this.heldUntil - now);
			if (this.line.length === 0) break;
			const wait = Math.max(
				this.heldUntil - now,
				this.bucket.wait(now, this.rate.perSecond(now), this.rate.burst(now)),
			);
			if (wait > 0) {
				await sleep(Math.min(Math.ceil(wait), LONGEST_NAP));
			} else {
				this.bucket.take();
				this.line.shift()?.pass(now);
			}
		}
		this.letting = false;
	}

	private refuseTheImpatient(heldFor: number): void {
		for (const waiter of this.line.filter(({ patience }) => patience < heldFor)) {
			this.line.splice(this.line.indexOf(waiter), 1);
			waiter.refuse(heldFor);
		}
	}
}

const paces = new Map<string, RateLimiter>();

/**
 * The pace that everything in this process shares for one account; `account` holds what identifies it and is only hashed.
 * The limit of the latest call counts, so that a changed credential takes effect at once.
 */
export function rateLimiterFor(account: string[], limit: RateLimit): RateLimiter {
	const key = createHash('sha256').update(JSON.stringify(account)).digest('hex');
	const known = paces.get(key);
	if (known) {
		known.setLimit(limit);
		return known;
	}
	for (const [other, pace] of paces) if (pace.isIdle) paces.delete(other);
	const pace = new RateLimiter(limit);
	paces.set(key, pace);
	return pace;
}
