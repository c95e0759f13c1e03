import type { Sandbox } from '../sandbox';

const SERVICES = ['lever', 'harver'] as const;

/** Switches on all that goes wrong with requests and webhooks of both services, the same again with the same seed. */
export function switchOnFaults({ faults, webhookFaults }: Sandbox, seed: number): void {
	SERVICES.forEach((service, place) => {
		const seeds = Array.from({ length: 9 }, (_, index) => seed * 100 + place * 50 + index);
		faults.add({ service, status: 500, rate: 0.05, seed: seeds[0] });
		faults.add({ service, status: 429, rate: 0.05, seed: seeds[1] });
		faults.add({ service, reset: 'before', rate: 0.02, seed: seeds[2] });
		faults.add({ service, reset: 'after', rate: 0.02, seed: seeds[3] });
		faults.add({ service, answerDelay: 1500, rate: 0.03, seed: seeds[4] });
		webhookFaults.add({ service, kind: 'drop', rate: 0.05, seed: seeds[5] });
		webhookFaults.add({
			service,
			kind: 'repeat',
			copies: 3,
			milliseconds: 300,
			rate: 0.05,
			seed: seeds[6],
		});
		webhookFaults.add({ service, kind: 'reorder', milliseconds: 3000, rate: 0.05, seed: seeds[7] });
		webhookFaults.add({ service, kind: 'delay', milliseconds: 2000, rate: 0.05, seed: seeds[8] });
	});
}

export function switchOffFaults({ faults, webhookFaults }: Sandbox): void {
	faults.clear();
	webhookFaults.clear();
}
