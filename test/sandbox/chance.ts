import { z } from 'zod';

/** Says how often a fault happens: so many times, or by chance. */
export const chanceFields = {
	/** How many times: once without it, or without an end when there is a `rate`. */
	times: z.number().int().positive().optional(),
	/** From 0 to 1: the share of what fits that is hit. All without it. */
	rate: z.number().min(0).max(1).optional(),
	/** The same seed hits the same ones again. */
	seed: z.number().int().default(1),
};

/** Decides, one after the other, whether a fault hits; the same decisions again with the same seed. */
export class Chance {
	private left: number;
	private readonly random: () => number;

	constructor(
		private readonly fault: { times?: number | undefined; rate?: number | undefined; seed: number },
	) {
		this.left = fault.times ?? (fault.rate === undefined ? 1 : Infinity);
		this.random = seededRandom(fault.seed);
	}

	/** Whether it hits this time; uses up one of its times when it does. */
	hits(): boolean {
		if (this.left === 0) return false;
		if (this.random() >= (this.fault.rate ?? 1)) return false;
		this.left -= 1;
		return true;
	}

	get isUsedUp(): boolean {
		return this.left === 0;
	}
}

/** Numbers from 0 to 1 that come again in the same order from the same seed (the generator "mulberry32"). */
export function seededRandom(seed: number): () => number {
	let state = seed;
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
	};
}
