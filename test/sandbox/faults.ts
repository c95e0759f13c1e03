import { z } from 'zod';

/** How often a fault occurs: a number of times, or at random. */
const triggerFields = {
	/** Number of times. Default: once, or without an end when `rate` is set. */
	times: z.number().int().positive().optional(),
	/** Share of the matching requests or deliveries that fail, from 0 to 1. Default: all. */
	rate: z.number().min(0).max(1).optional(),
	/** The same seed picks the same ones again. */
	seed: z.number().int().default(1),
};

/** A fault of requests: what matches fails in this way. */
export const requestFaultSchema = z
	.object({
		service: z.enum(['lever', 'harver']),
		method: z.string().optional(),
		/** Part of the path. */
		path: z.string().optional(),
		...triggerFields,
		/** Answers with this status instead of the service. */
		status: z.number().int().min(100).max(599).optional(),
		/** Sent with `status`. */
		headers: z.record(z.string()).default({}),
		/** Resets the connection before the service handles the request, or after. */
		reset: z.enum(['before', 'after']).optional(),
		/** Milliseconds before the service handles the request. */
		delay: z.number().int().nonnegative().default(0),
		/** Milliseconds between handling the request and answering it. */
		answerDelay: z.number().int().nonnegative().default(0),
	})
	.strict();

export type RequestFault = z.infer<typeof requestFaultSchema>;

/** A fault of webhook deliveries. */
export const webhookFaultSchema = z
	.object({
		service: z.enum(['lever', 'harver']),
		/** Only deliveries of this event. */
		event: z.string().optional(),
		/** Never sent; sent several times; held until the next one is sent; sent late. */
		kind: z.enum(['drop', 'repeat', 'reorder', 'delay']),
		/** Total number of times a repeated delivery is sent. */
		copies: z.number().int().min(2).default(2),
		/** Milliseconds between copies (default 0), to wait at most for the next delivery (5000), or of delay (1000). */
		milliseconds: z.number().int().nonnegative().optional(),
		...triggerFields,
	})
	.strict()
	.transform(({ milliseconds, ...fault }) => ({
		...fault,
		milliseconds: milliseconds ?? { drop: 0, repeat: 0, reorder: 5000, delay: 1000 }[fault.kind],
	}));

export type WebhookFault = z.infer<typeof webhookFaultSchema>;

interface Trigger {
	times?: number | undefined;
	rate?: number | undefined;
	seed: number;
}

/** The active faults of one kind, each with the number of times it may still occur. */
class Faults<Fault extends Trigger, Input> {
	private active: { fault: Fault; random: () => number; left: number }[] = [];

	constructor(private readonly schema: z.ZodType<Fault, z.ZodTypeDef, Input>) {}

	/** Switches a fault on. Throws ZodError if it doesn't match the schema. */
	add(input: Input): void {
		const fault = this.schema.parse(input);
		const left = fault.times ?? (fault.rate === undefined ? 1 : Infinity);
		this.active.push({ fault, random: createSeededRandom(fault.seed), left });
	}

	clear(): void {
		this.active = [];
	}

	get all(): Fault[] {
		return this.active.map(({ fault }) => fault);
	}

	/** The first fault that matches and occurs this time; removed once it is used up. */
	protected trigger(matches: (fault: Fault) => boolean): Fault | undefined {
		const hit = this.active.find(
			({ fault, random }) => matches(fault) && random() < (fault.rate ?? 1),
		);
		if (hit) hit.left -= 1;
		this.active = this.active.filter(({ left }) => left > 0);
		return hit?.fault;
	}
}

/** The active faults of requests. */
export class RequestFaults extends Faults<RequestFault, z.input<typeof requestFaultSchema>> {
	constructor() {
		super(requestFaultSchema);
	}

	/** The fault that a request runs into. */
	triggerFor(
		service: RequestFault['service'],
		method: string,
		path: string,
	): RequestFault | undefined {
		return this.trigger(
			(fault) =>
				fault.service === service &&
				(fault.method ?? method) === method &&
				path.includes(fault.path ?? ''),
		);
	}
}

/** The active faults of webhook deliveries. */
export class WebhookFaults extends Faults<WebhookFault, z.input<typeof webhookFaultSchema>> {
	constructor() {
		super(webhookFaultSchema);
	}

	/** The fault that a delivery runs into. */
	triggerFor(service: WebhookFault['service'], event: string): WebhookFault | undefined {
		return this.trigger((fault) => fault.service === service && (fault.event ?? event) === event);
	}
}

/** A generator of numbers from 0 to 1 that repeats itself for the same seed ("mulberry32"). */
function createSeededRandom(seed: number): () => number {
	let state = seed;
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
	};
}
