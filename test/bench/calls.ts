import type { RequestCount } from '../sandbox/requestLog';
import type { Stage } from './Stage';

/** What the services were asked while something was measured. */
export interface Calls {
	lever: number;
	/** Without the calls for access tokens, and without the files behind signed links, which are not Harver's API. */
	harver: number;
	refusedAsTooMany: number;
	all: number;
	/** Each kind of call and how often, the most frequent first: to see where calls go. */
	kinds: string[];
}

/** Counts what was asked since the log was cleared. */
export function callsSince({ demo: { sandbox } }: Stage): Calls {
	const counted = [...sandbox.requests.counts.values()];
	return {
		lever: times(counted, ({ service }) => service === 'lever'),
		harver: times(counted, ({ service, path }) => service === 'harver' && path.startsWith('/api/')),
		refusedAsTooMany: times(counted, ({ status }) => status === 429),
		all: times(counted, () => true),
		kinds: [...counted]
			.sort((one, other) => other.times - one.times)
			.map(
				({ method, path, status, times }) =>
					`${times.toString()} × ${method} ${path} ${status.toString()}`,
			),
	};
}

function times(counted: RequestCount[], fits: (kind: RequestCount) => boolean): number {
	return counted.filter(fits).reduce((sum, kind) => sum + kind.times, 0);
}
