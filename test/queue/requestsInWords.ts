import type { Sandbox } from '../sandbox';

/** How many requests each service got since the log was cleared, and how many of them it answered with 429. */
export function requestsInWords({ requests: { totals } }: Sandbox): string {
	const all = (service: string): number =>
		[...totals]
			.filter(([answered]) => answered.startsWith(`${service} `))
			.reduce((sum, [, times]) => sum + times, 0);
	const tooMany = (service: string): string => (totals.get(`${service} 429`) ?? 0).toString();
	return `Lever ${all('lever').toString()} requests, ${tooMany('lever')} of them answered 429; Harver ${all('harver').toString()}, ${tooMany('harver')} of them 429`;
}
