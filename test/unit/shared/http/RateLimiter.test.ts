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

/** Starts that many requests now and records the number and time of each one sent. */
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

describe('a rate limiter', () => {
	it('sends a burst at once and the rest at the limit, first come, first served', async () => {
		const { passed, at } = ask(new RateLimiter(LEVER), 18);
		await jest.advanceTimersByTimeAsync(0);
		expect(passed).toHaveLength(16);
		await jest.advanceTimersByTimeAsync(1000);
		expect(passed).toEqual(
			Array.from({ length: 18 }, (_, index) => `request ${(index + 1).toString()}`),
		);
		expect(at.slice(16).map((moment) => Math.round(moment / 10) * 10)).toEqual([100, 200]);
	});

	it('keeps up with the limit when timers are late', async () => {
		const { at } = ask(new RateLimiter(LEVER), 200);
		await jest.advanceTimersByTimeAsync(60_000);
		expect(at.at(-1)).toBeLessThan(((200 - 16) / 9.9) * 1000 + 5);
	});

	it('saves up no more than a burst while idle', async () => {
		const limiter = new RateLimiter(LEVER);
		await jest.advanceTimersByTimeAsync(3_600_000);
		const { passed } = ask(limiter, 40);
		await jest.advanceTimersByTimeAsync(0);
		expect(passed).toHaveLength(16);
	});

	it('sends one request a second when that is the limit', async () => {
		const { passed } = ask(new RateLimiter({ requestsPerSecond: 1, burst: 1 }), 3);
		await jest.advanceTimersByTimeAsync(2100);
		expect(passed).toHaveLength(3);
	});

	it('pauses queued requests too, and only for the longest pause', async () => {
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

	it('rejects requests that cannot wait for the pause, queued ones too, and holds the others', async () => {
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

	it.each([[1_795_892_233_000], [86_400_000]])(
		'pauses no longer than its maximum (%i ms)',
		async (milliseconds) => {
			const limiter = new RateLimiter({ ...LEVER, maxPause: 60_000 });
			limiter.pauseFor(milliseconds);
			const { passed } = ask(limiter, 1, { maxWait: 60_000 });
			await jest.advanceTimersByTimeAsync(59_900);
			expect(passed).toHaveLength(0);
			await jest.advanceTimersByTimeAsync(1000);
			expect(passed).toHaveLength(1);
		},
	);

	it('is not affected by a clock that goes back', async () => {
		const limiter = new RateLimiter(LEVER);
		const now = performance.now.bind(performance);
		const clock = jest.spyOn(performance, 'now').mockImplementation(() => now() + 600_000);
		await limiter.acquire();
		clock.mockRestore();
		const { passed } = ask(limiter, 10);
		await jest.advanceTimersByTimeAsync(0);
		expect(passed).toHaveLength(10);
	});

	it('does not count the time in the queue as pause', async () => {
		const { passed } = ask(new RateLimiter({ requestsPerSecond: 1, burst: 1 }), 5, { maxWait: 0 });
		await jest.advanceTimersByTimeAsync(5000);
		expect(passed).toHaveLength(5);
	});

	it('starts slowly after a pause, without a burst', async () => {
		const limiter = new RateLimiter(LEVER);
		limiter.pauseFor(10_000);
		const { passed } = ask(limiter, 10);
		await jest.advanceTimersByTimeAsync(10_250);
		expect(passed).toHaveLength(2);
	});

	it('sends a retry first', async () => {
		const limiter = new RateLimiter({ requestsPerSecond: 1, burst: 1 });
		const first = ask(limiter, 2, undefined, 'new');
		await jest.advanceTimersByTimeAsync(0);
		const again = ask(limiter, 1, { isRetry: true }, 'again');
		await jest.advanceTimersByTimeAsync(1100);
		expect([first.passed, again.passed]).toEqual([['new 1'], ['again 1']]);
	});

	it('removes the requests of a stopped execution from the queue at once', async () => {
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

	it('rejects a request of an execution that is stopped already, and ignores the signal after a request was sent', async () => {
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

	it('leaves no timer running when the queue is empty', async () => {
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

describe('a rate limiter and the responses', () => {
	it('sends nothing more in a window that is used up', async () => {
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
	])('ignores %j', async (headers) => {
		const limiter = new RateLimiter(HARVER);
		limiter.applyHeaders(headers);
		const { passed } = ask(limiter, 10);
		await jest.advanceTimersByTimeAsync(0);
		expect(passed).toHaveLength(10);
	});
});

describe('a service that counts strictly', () => {
	it("answers 300 requests at once at 95% of Lever's limit, without a rejection, on an uneven connection", async () => {
		const tally = await askAtOnce([new RateLimiter(LEVER)], 300, {
			gate: leverGate(),
			line: unevenLine(20, 150),
			waitAfterRefusal: backoff,
		});
		expect(tally).toMatchObject({ answered: 300, refused: 0 });
		expect(tally.took).toBeLessThan((((300 - 20) / 10) * 1000) / 0.95);
	});

	it("answers at 95% of Harver's limit, without a rejection", async () => {
		const harver = harverGate(450);
		const tally = await askAtOnce([new RateLimiter(HARVER)], 900, {
			gate: harver.lets,
			line: unevenLine(20, 150),
			waitAfterRefusal: () => harver.reset(performance.now()),
		});
		expect(tally).toMatchObject({ answered: 900, refused: 0 });
		expect(tally.took).toBeLessThan(120_000 / 0.95);
	});

	it("gets no more in any minute than Harver allows, whenever Harver's minute starts", async () => {
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

	it('answers all requests of workers that share an account and each send at its full rate', async () => {
		const { answered } = await askAtOnce([new RateLimiter(LEVER), new RateLimiter(LEVER)], 500, {
			gate: leverGate(),
			line: unevenLine(20, 150),
			waitAfterRefusal: backoff,
		});
		expect(answered).toBe(1000);
	});
});

describe('the rate limiters of this process', () => {
	it('are one for everything that uses an account, and another for another account', () => {
		const limiter = rateLimiterFor(['https://api.example.org', 'key-1'], LEVER);
		expect(rateLimiterFor(['https://api.example.org', 'key-1'], LEVER)).toBe(limiter);
		expect(rateLimiterFor(['https://api.example.org', 'key-2'], LEVER)).not.toBe(limiter);
		expect(rateLimiterFor(['https://api.example.orgkey-1', ''], LEVER)).not.toBe(limiter);
	});

	it('apply an edited credential at once, to queued requests too', async () => {
		const limiter = rateLimiterFor(['edited'], { requestsPerSecond: 1, burst: 1 });
		const { passed } = ask(limiter, 30);
		await jest.advanceTimersByTimeAsync(1500);
		expect(passed).toHaveLength(2);
		expect(rateLimiterFor(['edited'], { requestsPerSecond: 20, burst: 40 })).toBe(limiter);
		await jest.advanceTimersByTimeAsync(2500);
		expect(passed).toHaveLength(30);
	});

	it('are removed when idle, but not while paused or in use', async () => {
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
