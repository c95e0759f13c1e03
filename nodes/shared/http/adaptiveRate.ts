/** What a rejection lowers the rate to, how far down it goes, and by which part of itself it grows back each second. */
const DECREASE_FACTOR = 0.7;
const MIN_SHARE = 0.05;
const GROWTH_PER_SECOND = 0.015;

/**
 * The share of an account's rate that this process uses: lowered by each rejection and growing back, so that processes that
 * share an account find a rate together (AIMD). Times are milliseconds of any one clock.
 */
export class AdaptiveRate {
	private share = 1;
	private decreasedAt = -Infinity;

	/** Too many requests, among them one sent at that moment: of the requests in flight together, one lowers the rate. */
	decrease(sentAt: number, now: number): void {
		if (sentAt < this.decreasedAt) return;
		this.share = Math.max(MIN_SHARE, this.getShare(now) * DECREASE_FACTOR);
		this.decreasedAt = now;
	}

	getShare(now: number): number {
		if (this.share === 1) return 1;
		return Math.min(1, this.share * (1 + GROWTH_PER_SECOND) ** ((now - this.decreasedAt) / 1000));
	}
}
