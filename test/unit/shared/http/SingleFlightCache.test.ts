import { SingleFlightCache } from '../../../../nodes/shared/http/SingleFlightCache';

const MINUTE = 60_000;

/** A reading that gives one number after the other, and fails where told. */
function counting(...failures: number[]): { read: () => Promise<number>; times: () => number } {
	let times = 0;
	return {
		read: async () => {
			times += 1;
			const now = times;
			await Promise.resolve();
			if (failures.includes(now)) throw new Error(`failure ${now.toString()}`);
			return now;
		},
		times: () => times,
	};
}

beforeEach(() => {
	jest.useFakeTimers({ now: 0 });
});
afterEach(() => {
	jest.useRealTimers();
});

describe('a single-flight cache', () => {
	it('does not read again until the result is too old', async () => {
		const [reads, { read }] = [new SingleFlightCache<number>(), counting()];
		expect([await reads.get('a', MINUTE, read), await reads.get('a', MINUTE, read)]).toEqual([
			1, 1,
		]);
		jest.advanceTimersByTime(MINUTE - 1);
		expect(await reads.get('a', MINUTE, read)).toBe(1);
		jest.advanceTimersByTime(1);
		expect(await reads.get('a', MINUTE, read)).toBe(2);
	});

	it('reads once for all calls during a read, each key by itself', async () => {
		const [reads, { read }] = [new SingleFlightCache<number>(), counting()];
		expect(
			await Promise.all([
				reads.get('a', MINUTE, read),
				reads.get('a', MINUTE, read),
				reads.get('b', MINUTE, read),
			]),
		).toEqual([1, 1, 2]);
	});

	it('reads once more for all waiting calls when a read fails', async () => {
		const [reads, { read, times }] = [new SingleFlightCache<number>(), counting(1)];
		const ended = await Promise.allSettled(
			Array.from({ length: 5 }, async () => await reads.get('a', MINUTE, read)),
		);
		expect(ended.map(({ status }) => status)).toEqual([
			'rejected',
			'fulfilled',
			'fulfilled',
			'fulfilled',
			'fulfilled',
		]);
		expect(times()).toBe(2);
	});

	it('does not keep a failure', async () => {
		const [reads, { read }] = [new SingleFlightCache<number>(), counting(1)];
		await expect(reads.get('a', MINUTE, read)).rejects.toThrow('failure 1');
		expect(await reads.get('a', MINUTE, read)).toBe(2);
	});

	it('is not affected by a clock that is set back or ahead', async () => {
		const [reads, { read }] = [new SingleFlightCache<number>(), counting()];
		await reads.get('a', MINUTE, read);
		jest.setSystemTime(10 * MINUTE);
		expect(await reads.get('a', MINUTE, read)).toBe(1);
		jest.advanceTimersByTime(MINUTE);
		jest.setSystemTime(0);
		expect(await reads.get('a', MINUTE, read)).toBe(2);
	});

	it('evicts results of a certain age', async () => {
		const [reads, { read }] = [new SingleFlightCache<number>(), counting()];
		await reads.get('a', MINUTE, read);
		jest.advanceTimersByTime(1000);
		reads.evict(5000);
		expect(await reads.get('a', MINUTE, read)).toBe(1);
		reads.evict();
		expect(await reads.get('a', MINUTE, read)).toBe(2);
	});
});
