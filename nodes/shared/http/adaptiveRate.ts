import type { RateLimitHeaders } from './rateLimitHeaders';

/** How fast a service lets one account ask: a token bucket's refill and size. */
export interface RateLimit {
	requestsPerSecond: number;
	burst: number;
	/** For a service that counts by the minute and tells its limit in `Ratelimit-Limit`: what it is believed to be. */
	requestsPerMinute?: number;
}

/** On the way to the service requests bunch up, so the bucket is kept smaller than the service's; it may then be filled as fast. */
const SHARE_OF_BURST = 0.8;
/** What a refusal lowers the rate to, how far down it goes, and by which part of itself it grows back each second. */
const LOWERED_TO = 0.7;
const LEAST_SHARE = 0.05;
const GROWTH_PER_SECOND = 0.015;

/**
 * The rate at which an account is asked now: what it is allowed, less what the service's answers say about other users of
 * the same account. Times are milliseconds of any one clock.
 */
export class AdaptiveRate {
	private share = 1;
	private loweredAt = -Infinity;
	private toldShare = 1;
	private cap = { perSecond: Infinity, until: -Infinity };

	constructor(public limit: RateLimit) {}

	perSecond(now: number): number {
		const own = this.limit.requestsPerSecond * this.shareAt(now);
		return now < this.cap.until ? Math.min(own, this.cap.perSecond) : own;
	}

	burst(now: number): number {
		return Math.max(1, this.limit.burst * SHARE_OF_BURST * this.shareAt(now));
	}

	/**
	 * The service has refused a request that was sent at that moment because there were too many. Of the requests that were
	 * under way together one lowers the rate.
	 */
	lower(sentAt: number, now: number): void {
		if (sentAt < this.loweredAt) return;
		this.share = Math.max(LEAST_SHARE, this.recovered(now) * LOWERED_TO);
		this.loweredAt = now;
	}

	/** The service has told its limit: a smaller one than was believed counts until it says otherwise, a nearly used one until it ends. */
	heed({ limit, remaining, reset }: RateLimitHeaders, now: number): void {
		if (limit !== undefined && limit > 0 && this.limit.requestsPerMinute) {
			this.toldShare = Math.min(1, limit / this.limit.requestsPerMinute);
		}
		if (remaining !== undefined && remaining > 0 && reset !== undefined && reset > 0) {
			this.cap = { perSecond: remaining / reset, until: now + reset * 1000 };
		}
	}

	private shareAt(now: number): number {
		return this.toldShare * this.recovered(now);
	}

	private recovered(now: number): number {
		if (this.share === 1) return 1;
		return Math.min(1, this.share * (1 + GROWTH_PER_SECOND) ** ((now - this.loweredAt) / 1000));
	}
}
