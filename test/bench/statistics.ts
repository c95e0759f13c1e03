/** The value below which that share of the values lies, 0.5 for the median. */
export function percentile(values: number[], share: number): number {
	const sorted = [...values].sort((one, other) => one - other);
	return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}

export function median(values: number[]): number {
	return percentile(values, 0.5);
}

export const MEGABYTE = 1_000_000;
