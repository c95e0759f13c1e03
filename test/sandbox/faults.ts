import { z } from 'zod';

/** Says how often a fault happens: so many times, or by chance. */
export const triggerFields = {
	/** How many times: once without it, or without an end when there is a `rate`. */
	times: z.number().int().positive().optional(),
	/** From 0 to 1: the share of what fits that is hit. All without it. */
	rate: z.number().min(0).max(1).optional(),
	/** The same seed hits the same ones again. */
	seed: z.number().int().default(1),
};

/** Decides, one after the other, whether a fault hits; the same decisions again with the same seed. */
export class FaultTrigger {
	private left: number;
	private readonly random: () => number;

	constructor(
		private readonly fault: { times?: number | undefined; rate?: number | undefined; seed: number },
	) {
		this.left = fault.times ?? (fault.rate === undefined ? 1 : Infinity);
		this.random = createSeededRandom(fault.seed);
	}

	/** Whether it hits this time; uses up one of its times when it does. */
	fires(): boolean {
		if (this.left === 0) return false;
		if (this.random() >= (this.fault.rate ?? 1)) return false;
		this.left -= 1;
		return true;
	}

	get isExhausted(): boolean {
		return this.left === 0;
	}
}

/** Numbers from 0 to 1 that come again in the same order from the same seed (the generator "mulberry32"). */
export function createSeededRandom(seed: number): () => number {
	let state = seed;
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
	};
}

/** A fault that a test switches on: requests that fit fail in this way. */
export const requestFaultSchema = z
	.object({
		service: z.enum(['lever', 'harver']),
		method: z.string().optional(),
		/** Part of the path. */
		path: z.string().optional(),
		...triggerFields,
		/** Answered in place of the service's answer. */
		status: z.number().int().min(100).max(599).optional(),
		/** Sent with `status`. */
		headers: z.record(z.string()).default({}),
		/** The connection is reset before the service does anything, or after it has done it. */
		reset: z.enum(['before', 'after']).optional(),
		/** Milliseconds before the service does anything. */
		delay: z.number().int().nonnegative().default(0),
		/** Milliseconds between what the service does and its answer. */
		answerDelay: z.number().int().nonnegative().default(0),
	})
	.strict();

export type RequestFault = z.infer<typeof requestFaultSchema>;

/** The faults that are switched on. */
export class RequestFaults {
	private switchedOn: { fault: RequestFault; chance: FaultTrigger }[] = [];

	/** Switches one on. Throws when it is not described as the schema wants. */
	add(described: z.input<typeof requestFaultSchema>): void {
		const fault = requestFaultSchema.parse(described);
		this.switchedOn.push({ fault, chance: new FaultTrigger(fault) });
	}

	clear(): void {
		this.switchedOn = [];
	}

	get all(): RequestFault[] {
		return this.switchedOn.map(({ fault }) => fault);
	}

	/** The fault that hits a request: the first that fits and whose chance says so. */
	takeMatching(
		service: RequestFault['service'],
		method: string,
		path: string,
	): RequestFault | undefined {
		const hit = this.switchedOn.find(
			({ fault, chance }) =>
				fault.service === service &&
				(fault.method ?? method) === method &&
				path.includes(fault.path ?? '') &&
				chance.fires(),
		);
		this.switchedOn = this.switchedOn.filter(({ chance }) => !chance.isExhausted);
		return hit?.fault;
	}
}

/** What can go wrong with a delivery on its way. */
export const webhookFaultSchema = z
	.object({
		service: z.enum(['lever', 'harver']),
		/** Only deliveries of this event. */
		event: z.string().optional(),
		/** Never sent; sent several times; held until the next was sent; sent late. */
		kind: z.enum(['drop', 'repeat', 'reorder', 'delay']),
		/** How often a repeated delivery is sent in all. */
		copies: z.number().int().min(2).default(2),
		/** Milliseconds: between the copies (0), of the delay (1000), or at most to wait for the next one (5000). */
		milliseconds: z.number().int().nonnegative().optional(),
		...triggerFields,
	})
	.strict()
	.transform(({ milliseconds, ...fault }) => ({
		...fault,
		milliseconds: milliseconds ?? { drop: 0, repeat: 0, reorder: 5000, delay: 1000 }[fault.kind],
	}));

export type WebhookFault = z.infer<typeof webhookFaultSchema>;

/** The faults of deliveries that are switched on. */
export class WebhookFaults {
	private switchedOn: { fault: WebhookFault; chance: FaultTrigger }[] = [];

	/** Switches one on. Throws when it is not described as the schema wants. */
	add(described: z.input<typeof webhookFaultSchema>): void {
		const fault = webhookFaultSchema.parse(described);
		this.switchedOn.push({ fault, chance: new FaultTrigger(fault) });
	}

	clear(): void {
		this.switchedOn = [];
	}

	get all(): WebhookFault[] {
		return this.switchedOn.map(({ fault }) => fault);
	}

	/** The fault that hits a delivery: the first that fits and whose chance says so. */
	takeMatching(service: WebhookFault['service'], event: string): WebhookFault | undefined {
		const hit = this.switchedOn.find(
			({ fault, chance }) =>
				fault.service === service && (fault.event ?? event) === event && chance.fires(),
		);
		this.switchedOn = this.switchedOn.filter(({ chance }) => !chance.isExhausted);
		return hit?.fault;
	}
}
