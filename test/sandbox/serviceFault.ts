import { z } from 'zod';

/** A fault that a test switches on: the next requests that fit fail in this way. */
export const faultSchema = z.object({
	service: z.enum(['lever', 'harver']),
	method: z.string().optional(),
	/** Part of the path. */
	path: z.string().optional(),
	/** How many requests. */
	times: z.number().int().positive().default(1),
	/** Answered in place of the service's answer. */
	status: z.number().int().optional(),
	/** The connection is reset before the service does anything, or after it has done it. */
	reset: z.enum(['before', 'after']).optional(),
	/** Milliseconds before the service does anything. */
	delay: z.number().int().nonnegative().default(0),
});

export type Fault = z.infer<typeof faultSchema>;

/** The faults that are switched on. */
export class Faults {
	private faults: Fault[] = [];

	add(fault: z.input<typeof faultSchema>): void {
		this.faults.push(faultSchema.parse(fault));
	}

	clear(): void {
		this.faults = [];
	}

	/** The fault for a request, used up by it. */
	take(service: Fault['service'], method: string, path: string): Fault | undefined {
		const fault = this.faults.find(
			(candidate) =>
				candidate.service === service && (candidate.method ?? method) === method && path.includes(candidate.path ?? ''),
		);
		if (fault && --fault.times === 0) this.faults.splice(this.faults.indexOf(fault), 1);
		return fault;
	}
}
