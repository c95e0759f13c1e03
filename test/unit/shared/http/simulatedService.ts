import type { RateLimiter } from '../../../../nodes/shared/http/RateLimiter';

/** What the workers received from a service. */
export interface Tally {
	answered: number;
	refused: number;
	/** Milliseconds from the first request to the last answer. */
	took: number;
	/** When each request arrived at the service. */
	arrivals: number[];
}

/** The service's own limit: whether it accepts a request at that moment. */
export type Gate = (now: number) => boolean;

/** Lever: 10 requests a second, 20 at once (docs/lever-api.md, Rate limits). */
export function leverGate(
	{ perSecond, burst }: { perSecond: number; burst: number } = { perSecond: 10, burst: 20 },
): Gate {
	let tokens = burst;
	let filledAt = performance.now();
	return (now) => {
		tokens = Math.min(burst, tokens + ((now - filledAt) / 1000) * perSecond);
		filledAt = now;
		if (tokens < 1) return false;
		tokens -= 1;
		return true;
	};
}

/** Harver: a number of requests in a window of a minute (docs/harver-api.md, Hosts, login and limits). */
export function harverGate(perMinute: number): { lets: Gate; reset(now: number): number } {
	let window = { start: performance.now(), used: 0 };
	return {
		lets: (now) => {
			if (now - window.start >= 60_000) window = { start: now, used: 0 };
			window.used += 1;
			return window.used <= perMinute;
		},
		reset: (now) => window.start + 60_000 - now,
	};
}

/** A connection that takes between `least` and `most` milliseconds, different for each request but the same in each run. */
export function unevenLine(least: number, most: number): () => number {
	let seed = 42;
	return () => {
		seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
		return least + (seed / 2_147_483_648) * (most - least);
	};
}

/**
 * Sends the requests of several workers, each with its own rate limiter, to one service on jest's simulated clock; each is
 * retried until the service accepts it.
 */
export async function askAtOnce(
	limiters: RateLimiter[],
	requestsOfEach: number,
	{
		gate,
		line,
		waitAfterRefusal,
	}: { gate: Gate; line: () => number; waitAfterRefusal: (attempt: number) => number },
): Promise<Tally> {
	const tally: Tally = { answered: 0, refused: 0, took: 0, arrivals: [] };
	const start = performance.now();
	const one = async (limiter: RateLimiter): Promise<void> => {
		for (let attempt = 1; ; attempt++) {
			await limiter.acquire({ isRetry: attempt > 1 });
			await later(line());
			tally.arrivals.push(performance.now() - start);
			const letIn = gate(performance.now());
			await later(line());
			if (letIn) break;
			tally.refused += 1;
			limiter.pauseFor(waitAfterRefusal(attempt));
		}
		tally.answered += 1;
		tally.took = performance.now() - start;
	};
	const all = Promise.all(
		limiters.flatMap((limiter) =>
			Array.from({ length: requestsOfEach }, async () => {
				await one(limiter);
			}),
		),
	);
	const wanted = limiters.length * requestsOfEach;
	while (tally.answered < wanted) await jest.advanceTimersByTimeAsync(100);
	await all;
	return tally;
}

async function later(milliseconds: number): Promise<void> {
	await new Promise((resolve) => setTimeout(resolve, milliseconds));
}
