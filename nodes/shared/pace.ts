import { createHash } from 'node:crypto';

import { sleep } from 'n8n-workflow';

/** How fast a service lets one account ask: a token bucket's refill and size. */
export interface RateLimit {
	requestsPerSecond: number;
	burst: number;
}

/** Lets requests pass one after another at the rate of a token bucket, first come first served. */
export class Pace {
	private nextSlot = 0;

	constructor(
		private readonly limit: RateLimit,
		private readonly now: () => number = Date.now,
	) {}

	/** Milliseconds that the next request has to wait; the slot is taken by asking. */
	reserve(): number {
		const now = this.now();
		const interval = 1000 / this.limit.requestsPerSecond;
		const allowance = interval * (this.limit.burst - 1);
		const wait = Math.max(0, this.nextSlot - allowance - now);
		this.nextSlot = Math.max(this.nextSlot, now) + interval;
		return wait;
	}

	/** Resolves when the request may be sent. */
	async turn(): Promise<void> {
		const wait = this.reserve();
		if (wait > 0) await sleep(wait);
	}

	/** Holds every later request back for that many milliseconds: the service has said that it is too much. */
	holdBack(milliseconds: number): void {
		const allowance = (1000 / this.limit.requestsPerSecond) * (this.limit.burst - 1);
		this.nextSlot = Math.max(this.nextSlot, this.now() + milliseconds + allowance);
	}
}

const paces = new Map<string, Pace>();

/** The pace that everything in this process shares for one account; `account` holds what identifies it and is only hashed. */
export function paceOf(account: string[], limit: RateLimit): Pace {
	const key = createHash('sha256').update(JSON.stringify([account, limit])).digest('hex');
	const known = paces.get(key);
	if (known) return known;
	const pace = new Pace(limit);
	paces.set(key, pace);
	return pace;
}
