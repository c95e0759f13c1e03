/** One request to a service, as the log shows it: never a body or a header. */
export interface LoggedRequest {
	/** Counts up from 1. */
	number: number;
	at: number;
	service: 'lever' | 'harver';
	method: string;
	path: string;
	query: string;
	status: number;
	milliseconds: number;
}

const LONGEST = 2000;

/** The requests that the sandbox has answered, newest last. */
export class RequestLog {
	readonly entries: LoggedRequest[] = [];
	/** How many requests were answered how, e.g. "lever 429"; 0 is a connection that was reset. */
	readonly totals = new Map<string, number>();
	private count = 0;

	add(entry: Omit<LoggedRequest, 'number'>): void {
		this.count += 1;
		const answered = `${entry.service} ${entry.status.toString()}`;
		this.totals.set(answered, (this.totals.get(answered) ?? 0) + 1);
		this.entries.push({ number: this.count, ...entry });
		if (this.entries.length > LONGEST) this.entries.shift();
	}

	clear(): void {
		this.entries.length = 0;
		this.totals.clear();
	}
}
