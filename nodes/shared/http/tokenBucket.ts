/** Tokens that come back with time: who takes one may send one request. Times are milliseconds of any one clock. */
export class TokenBucket {
	private tokens: number;

	constructor(
		burst: number,
		private filledAt: number,
	) {
		this.tokens = burst;
	}

	/** Milliseconds until there is a token to take, 0 when there is one. */
	wait(now: number, perSecond: number, burst: number): number {
		this.fill(now, perSecond, burst);
		return this.tokens >= 1
			? 0
			: Math.max(0, this.filledAt - now) + ((1 - this.tokens) / perSecond) * 1000;
	}

	take(): void {
		this.tokens -= 1;
	}

	/** Takes all tokens away; they come back from that moment on. */
	empty(until: number): void {
		this.tokens = Math.min(this.tokens, 0);
		this.filledAt = Math.max(this.filledAt, until);
	}

	private fill(now: number, perSecond: number, burst: number): void {
		const elapsed = Math.max(0, now - this.filledAt);
		this.tokens = Math.min(burst, this.tokens + (elapsed / 1000) * perSecond);
		this.filledAt = Math.max(this.filledAt, now);
	}
}
