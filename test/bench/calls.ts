import type { RequestCount } from '../sandbox/requestLog';
import type { BenchHost } from './BenchHost';

/** The number of requests to the services during a measurement. */
export interface Calls {
	lever: number;
	/** Without access tokens and report files, which aren't part of Harver's API. */
	harver: number;
	rateLimited: number;
	all: number;
	/** Each kind of request with its number, most frequent first. */
	kinds: string[];
}

/** Counts the requests since the log was cleared. */
export function countCalls({ demo: { sandbox } }: BenchHost): Calls {
	const counted = [...sandbox.requests.counts.values()];
	return {
		lever: sumTimes(counted, ({ service }) => service === 'lever'),
		harver: sumTimes(
			counted,
			({ service, path }) => service === 'harver' && path.startsWith('/api/'),
		),
		rateLimited: sumTimes(counted, ({ status }) => status === 429),
		all: sumTimes(counted, () => true),
		kinds: [...counted]
			.sort((one, other) => other.times - one.times)
			.map(
				({ method, path, status, times }) =>
					`${times.toString()} × ${method} ${path} ${status.toString()}`,
			),
	};
}

function sumTimes(counted: RequestCount[], matches: (kind: RequestCount) => boolean): number {
	return counted.filter(matches).reduce((sum, kind) => sum + kind.times, 0);
}
