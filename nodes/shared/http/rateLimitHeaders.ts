/** What an answer says about the limit of the account: requests in a window, how many are left in it, and for how long. */
export interface RateLimitHeaders {
	limit?: number;
	remaining?: number;
	/** Seconds until the window ends. */
	reset?: number;
}

/** Reads the `Ratelimit-*` headers of an answer (docs/harver-api.md, Hosts, login and limits: `Limit` and `Reset`; `Remaining` where a service has it). */
export function parseRateLimitHeaders(headers: Record<string, unknown>): RateLimitHeaders {
	const told = {
		limit: count(headers['ratelimit-limit']),
		remaining: count(headers['ratelimit-remaining']),
		reset: count(headers['ratelimit-reset']),
	};
	return Object.fromEntries(Object.entries(told).filter(([, value]) => value !== undefined));
}

function count(header: unknown): number | undefined {
	const text = typeof header === 'number' ? String(header) : header;
	if (typeof text !== 'string' || !/^\s*\d+(\.\d+)?\s*$/u.test(text)) return undefined;
	return Number(text);
}
