/** A request to a service, without its body and headers. */
export interface LoggedRequest {
	/** Counted from 1. */
	number: number;
	at: number;
	service: 'lever' | 'harver';
	method: string;
	path: string;
	query: string;
	status: number;
	milliseconds: number;
}

/** Number of requests of one kind; IDs in the path are `:id`. */
export type RequestCount = Pick<LoggedRequest, 'service' | 'method' | 'path' | 'status'> & {
	times: number;
};

const MAX_ENTRIES = 2000;

/** The requests that the sandbox answered, newest last. */
export class RequestLog {
	readonly entries: LoggedRequest[] = [];
	/** The number of requests of each kind since the log was cleared, including those no longer in `entries`. */
	readonly counts = new Map<string, RequestCount>();
	private count = 0;

	add(entry: Omit<LoggedRequest, 'number'>): void {
		this.count += 1;
		this.entries.push({ number: this.count, ...entry });
		if (this.entries.length > MAX_ENTRIES) this.entries.shift();
		const { service, method, status } = entry;
		const path = replaceIds(entry.path);
		const kind = [service, method, path, status].join(' ');
		const counted = this.counts.get(kind) ?? { service, method, path, status, times: 0 };
		counted.times += 1;
		this.counts.set(kind, counted);
	}

	/** The number of requests by service and status, e.g. "lever 429"; 0 is a connection that was reset. */
	get totals(): Map<string, number> {
		const totals = new Map<string, number>();
		for (const { service, status, times } of this.counts.values()) {
			const answered = `${service} ${status.toString()}`;
			totals.set(answered, (totals.get(answered) ?? 0) + times);
		}
		return totals;
	}

	clear(): void {
		this.entries.length = 0;
		this.counts.clear();
	}
}

/** Replaces IDs: parts of the path with a digit, except for the version. */
function replaceIds(path: string): string {
	return path.replace(/(?<=\/)(?!v1(?:\.0)?\/)(?:[^/]*\d[^/]*)(?=\/|$)/gu, ':id');
}
