import { z } from 'zod';

import { Chance, chanceFields } from './chance';

/** A fault that a test switches on: requests that fit fail in this way. */
export const faultSchema = z
	.object({
		service: z.enum(['lever', 'harver']),
		method: z.string().optional(),
		/** Part of the path. */
		path: z.string().optional(),
		...chanceFields,
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

export type Fault = z.infer<typeof faultSchema>;

/** The faults that are switched on. */
export class Faults {
	private switchedOn: { fault: Fault; chance: Chance }[] = [];

	/** Switches one on. Throws when it is not described as the schema wants. */
	add(described: z.input<typeof faultSchema>): void {
		const fault = faultSchema.parse(described);
		this.switchedOn.push({ fault, chance: new Chance(fault) });
	}

	clear(): void {
		this.switchedOn = [];
	}

	get all(): Fault[] {
		return this.switchedOn.map(({ fault }) => fault);
	}

	/** The fault that hits a request: the first that fits and whose chance says so. */
	take(service: Fault['service'], method: string, path: string): Fault | undefined {
		const hit = this.switchedOn.find(
			({ fault, chance }) =>
				fault.service === service &&
				(fault.method ?? method) === method &&
				path.includes(fault.path ?? '') &&
				chance.hits(),
		);
		this.switchedOn = this.switchedOn.filter(({ chance }) => !chance.isUsedUp);
		return hit?.fault;
	}
}
