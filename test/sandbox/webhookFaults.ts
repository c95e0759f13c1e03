import { z } from 'zod';

import { Chance, chanceFields } from './chance';

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
		...chanceFields,
	})
	.strict()
	.transform(({ milliseconds, ...fault }) => ({
		...fault,
		milliseconds: milliseconds ?? { drop: 0, repeat: 0, reorder: 5000, delay: 1000 }[fault.kind],
	}));

export type WebhookFault = z.infer<typeof webhookFaultSchema>;

/** The faults of deliveries that are switched on. */
export class WebhookFaults {
	private switchedOn: { fault: WebhookFault; chance: Chance }[] = [];

	/** Switches one on. Throws when it is not described as the schema wants. */
	add(described: z.input<typeof webhookFaultSchema>): void {
		const fault = webhookFaultSchema.parse(described);
		this.switchedOn.push({ fault, chance: new Chance(fault) });
	}

	clear(): void {
		this.switchedOn = [];
	}

	get all(): WebhookFault[] {
		return this.switchedOn.map(({ fault }) => fault);
	}

	/** The fault that hits a delivery: the first that fits and whose chance says so. */
	take(service: WebhookFault['service'], event: string): WebhookFault | undefined {
		const hit = this.switchedOn.find(
			({ fault, chance }) =>
				fault.service === service && (fault.event ?? event) === event && chance.hits(),
		);
		this.switchedOn = this.switchedOn.filter(({ chance }) => !chance.isUsedUp);
		return hit?.fault;
	}
}
