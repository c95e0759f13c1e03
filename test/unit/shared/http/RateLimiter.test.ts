import {
	RateLimitTimeoutError,
	RateLimiter,
	rateLimiterFor,
} from '../../../../nodes/shared/http/RateLimiter';
import { RequestCancelledError } from '../../../../nodes/shared/http/cancellation';
import { askAtOnce, harverGate, leverGate, unevenLine } from './simulatedService';

const LEVER = { requestsPerSecond: 10, burst: 20 };
const HARVER = { requestsPerSecond: 7.275, burst: 13.5 };
const backoff = (attempt: number): number => 300 * 2 ** (attempt - 1);

beforeEach(() => {
	jest.useFakeTimers();
});
afterEach(() => {
	jest.useRealTimers();
});

/** Starts that many requests now and notes, as they pass, their number and the moment. */
function ask(
	limiter: RateLimiter,
	count: number,
	options?: Parameters<RateLimiter['acquire']>[0],
	name = 'request',
): { passed: string[]; at: number[] } {
	const start = performance.now();
	const noted = { passed: [] as string[], at: [] as number[] };
	for (let number = 1; number <= count; number++) {
		void limiter.acquire(options).then(() => {
			noted.passed.push(`${name} ${number.toString()}`);
			noted.at.push(performance.now() - start);
		});
	}
	return noted;
}

describe('the limiter of an account', () => {
	it('lets a burst pass at once and the rest one after another, first come first served', async () => {
		const { passed, at } = ask(new RateLimiter(LEVER), 18);
		await jest.advanceTimersByTimeAsync(0);
		expect(passed).toHaveLength(16);
		await jest.advanceTimersByTimeAsync(1000);
		expect(passed).toEqual(
			Array.from({ length: 18 }, (_, index) => `request ${(index + 1).toString()}`),
		);
		expect(at.slice(16).map((moment) => Math.round(moment / 10) * 10)).toEqual([100, 200]);
	});

	it('is no slower for the timers being late: what has come back meanwhile is not lost', async () => {
		const { at } = ask(new RateLimiter(LEVER), 200);
		await jest.advanceTimersByTimeAsync(60_000);
		expect(at.at(-1)).toBeLessThan(((200 - 16) / 9.9) * 1000 + 5);
	});

	it('saves no more than a burst while nobody asks', async () => {
		const limiter = new RateLimiter(LEVER);
		await jest.advanceTimersByTimeAsync(3_600_000);
		const { passed } = ask(limiter, 40);
		await jest.advanceTimersByTimeAsync(0);
		expect(passed).toHaveLength(16);
	});

	it('lets a single request a second pass when that is the limit', async () => {
		const { passed } = ask(new RateLimiter({ requestsPerSecond: 1, burst: 1 }), 3);
		await jest.advanceTimersByTimeAsync(2100);
		expect(passed).toHaveLength(3);
	});

	it('holds those who wait already, and everybody once only', async () => {
		const limiter = new RateLimiter(LEVER);
		const { passed } = ask(limiter, 20);
		await jest.advanceTimersByTimeAsync(50);
		limiter.pauseFor(5000);
		limiter.pauseFor(1000);
		await jest.advanceTimersByTimeAsync(4900);
		expect(passed).toHaveLength(16);
		await jest.advanceTimersByTimeAsync(600);
		expect(passed).toHaveLength(20);
	});

	it('refuses at once who cannot be held for so long, those who wait already too, and lets the patient wait', async () => {
		const limiter = new RateLimiter({ requestsPerSecond: 1, burst: 1 });
		ask(limiter, 1);
		const waiting = expect(limiter.acquire({ maxWait: 5000 })).rejects.toThrow(
			RateLimitTimeoutError,
		);
		const patient = ask(limiter, 1, { maxWait: 61_000 }, 'patient');
		limiter.pauseFor(60_000);
		await jest.advanceTimersByTimeAsync(1000);
		await waiting;
		await expect(limiter.acquire({ maxWait: 5000 })).rejects.toMatchObject({
			milliseconds: 59_000,
		});
		await jest.advanceTimersByTimeAsync(60_100);
		expect(patient.passed).toEqual(['patient 1']);
	});

	it('does not lose patience with the line: only with being held', async () => {
		const { passed } = ask(new RateLimiter({ requestsPerSecond: 1, burst: 1 }), 5, { maxWait: 0 });
		await jest.advanceTimersByTimeAsync(5000);
		expect(passed).toHaveLength(5);
	});

	it('starts slowly after being held: no burst into a service that has just said that it is too much', async () => {
		const limiter = new RateLimiter(LEVER);
		limiter.pauseFor(10_000);
		const { passed } = ask(limiter, 10);
		await jest.advanceTimersByTimeAsync(10_250);
		expect(passed).toHaveLength(2);
	});

	it('lets a repeated request go first', async () => {
		const limiter = new RateLimiter({ requestsPerSecond: 1, burst: 1 });
		const first = ask(limiter, 2, undefined, 'new');
		await jest.advanceTimersByTimeAsync(0);
		const again = ask(limiter, 1, { isRetry: true }, 'again');
		await jest.advanceTimersByTimeAsync(1100);
		expect([first.passed, again.passed]).toEqual([['new 1'], ['again 1']]);
	});

	it('lets a stopped execution leave the line at once, without using its turn', async () => {
		const limiter = new RateLimiter({ requestsPerSecond: 1, burst: 1 });
		const stop = new AbortController();
		ask(limiter, 1);
		const stopped = expect(limiter.acquire({ signal: stop.signal })).rejects.toThrow(
			RequestCancelledError,
		);
		const { passed } = ask(limiter, 1, undefined, 'other');
		await jest.advanceTimersByTimeAsync(10);
		stop.abort();
		await stopped;
		await jest.advanceTimersByTimeAsync(1100);
		expect(passed).toEqual(['other 1']);
	});

	it('does not let an execution in that is stopped already, and forgets the signal of one that has passed', async () => {
		const limiter = new RateLimiter(LEVER);
		await expect(limiter.acquire({ signal: AbortSignal.abort() })).rejects.toThrow(
			'The execution was cancelled',
		);
		const stop = new AbortController();
		await limiter.acquire({ signal: stop.signal });
		const { passed } = ask(limiter, 1);
		stop.abort();
		await jest.advanceTimersByTimeAsync(0);
		expect(passed).toHaveLength(1);
	});

	it('leaves no timer running for long when all have left the line', async () => {
		const limiter = new RateLimiter(LEVER);
		const stop = new AbortController();
		limiter.pauseFor(3_600_000);
		const stopped = expect(limiter.acquire({ signal: stop.signal })).rejects.toThrow();
		stop.abort();
		await stopped;
		await jest.advanceTimersByTimeAsync(1000);
		expect(jest.getTimerCount()).toBe(0);
	});
});

describe('the limiter heeds the answers', () => {
	it('asks nothing more in a window that is used up', async () => {
		const limiter = new RateLimiter(HARVER);
		limiter.applyHeaders({
			'ratelimit-limit': '450',
			'ratelimit-remaining': '0',
			'ratelimit-reset': '30',
		});
		const { passed } = ask(limiter, 1);
		await jest.advanceTimersByTimeAsync(29_900);
		expect(passed).toHaveLength(0);
		await jest.advanceTimersByTimeAsync(400);
		expect(passed).toHaveLength(1);
	});

	it.each([
		[{}],
		[{ 'ratelimit-limit': 'lots', 'ratelimit-remaining': '-1', 'ratelimit-reset': 'soon' }],
		[{ 'ratelimit-limit': '0', 'ratelimit-remaining': null }],
	])('does nothing for %j', async (headers) => {
		const limiter = new RateLimiter(HARVER);
		limiter.applyHeaders(headers);
		const { passed } = ask(limiter, 10);
		await jest.advanceTimersByTimeAsync(0);
		expect(passed).toHaveLength(10);
	});
});

describe('a service that counts strictly', () => {
	it("is asked for 300 things at once by one process at 95 % of Lever's least possible time, without a refusal, on an uneven line", async () => {
		const tally = await askAtOnce([new RateLimiter(LEVER)], 300, {
			gate: leverGate(),
			line: unevenLine(20, 150),
			waitAfterRefusal: backoff,
		});
		expect(tally).toMatchObject({ answered: 300, refused: 0 });
		expect(tally.took).toBeLessThan((((300 - 20) / 10) * 1000) / 0.95);
	});

	it("is asked by one process at 95 % of Harver's limit, without a refusal", async () => {
		const harver = harverGate(450);
		const tally = await askAtOnce([new RateLimiter(HARVER)], 900, {
			gate: harver.lets,
			line: unevenLine(20, 150),
			waitAfterRefusal: () => harver.reset(performance.now()),
		});
		expect(tally).toMatchObject({ answered: 900, refused: 0 });
		expect(tally.took).toBeLessThan(120_000 / 0.95);
	});

	it('never gets more in any minute than Harver allows, wherever its own minute begins', async () => {
		const { arrivals } = await askAtOnce([new RateLimiter(HARVER)], 1200, {
			gate: () => true,
			line: unevenLine(20, 400),
			waitAfterRefusal: backoff,
		});
		const most = Math.max(
			...arrivals.map((from) => arrivals.filter((at) => at >= from && at < from + 60_000).length),
		);
		expect(most).toBeLessThanOrEqual(450);
	});

	it('gets everything done for workers that share an account and each ask at its full rate', async () => {
		const { answered } = await askAtOnce([new RateLimiter(LEVER), new RateLimiter(LEVER)], 500, {
			gate: leverGate(),
			line: unevenLine(20, 150),
			waitAfterRefusal: backoff,
		});
		expect(answered).toBe(1000);
	});
});

describe('the limiter of an account in this process', () => {
	it('is the same for everything that uses the account, and another for another account', () => {
		const limiter = rateLimiterFor(['https://api.example.org', 'key-1'], LEVER);
		expect(rateLimiterFor(['https://api.example.org', 'key-1'], LEVER)).toBe(limiter);
		expect(rateLimiterFor(['https://api.example.org', 'key-2'], LEVER)).not.toBe(limiter);
		expect(rateLimiterFor(['https://api.example.orgkey-1', ''], LEVER)).not.toBe(limiter);
	});

	it('changes when the credential is edited, for those who wait too, and keeps its line', async () => {
		const limiter = rateLimiterFor(['edited'], { requestsPerSecond: 1, burst: 1 });
		const { passed } = ask(limiter, 30);
		await jest.advanceTimersByTimeAsync(1500);
		expect(passed).toHaveLength(2);
		expect(rateLimiterFor(['edited'], { requestsPerSecond: 20, burst: 40 })).toBe(limiter);
		await jest.advanceTimersByTimeAsync(2500);
		expect(passed).toHaveLength(30);
	});

	it('is forgotten when it has rested and another account comes, and not while it is held or waited for', async () => {
		const rested = rateLimiterFor(['rested'], LEVER);
		const held = rateLimiterFor(['held'], LEVER);
		const awaited = rateLimiterFor(['awaited'], { requestsPerSecond: 1, burst: 1 });
		held.pauseFor(900_000);
		await rested.acquire();
		ask(awaited, 2000);
		rateLimiterFor(['newcomer 1'], LEVER);
		expect(rateLimiterFor(['rested'], LEVER)).toBe(rested);
		await jest.advanceTimersByTimeAsync(601_000);
		rateLimiterFor(['newcomer 2'], LEVER);
		expect(rateLimiterFor(['rested'], LEVER)).not.toBe(rested);
		expect(rateLimiterFor(['held'], LEVER)).toBe(held);
		expect(rateLimiterFor(['awaited'], LEVER)).toBe(awaited);
	});
});
