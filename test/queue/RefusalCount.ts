import type { Sandbox } from '../sandbox';

/** Counts the requests to both services and those answered with 429; the sandbox's own log keeps only the last. */
export class RefusalCount {
	private readonly counts = new Map<string, number>();

	constructor(private readonly sandbox: Sandbox) {
		sandbox.requests.clear();
	}

	/** Takes over what the log holds; to be called before the log is full. */
	collect(): void {
		for (const { service, status } of this.sandbox.requests.entries) {
			this.add(service);
			if (status === 429) this.add(`${service} 429`);
		}
		this.sandbox.requests.clear();
	}

	toString(): string {
		this.collect();
		const of = (name: string): string => (this.counts.get(name) ?? 0).toString();
		return `Lever ${of('lever')} requests, ${of('lever 429')} of them answered 429; Harver ${of('harver')}, ${of('harver 429')} of them 429`;
	}

	private add(name: string): void {
		this.counts.set(name, (this.counts.get(name) ?? 0) + 1);
	}
}
