/** The unit of a number. */
export type Unit = '%' | 's' | 'ms' | 'MB' | 'requests' | 'candidates' | 'times';

/** A measured number, with the peer's number and the target. */
export interface Figure {
	/** Identifies the figure across runs. */
	id: string;
	what: string;
	unit: Unit;
	ours: number;
	peer?: number;
	peerName?: string;
	target?: Target;
	/** What a reader needs to interpret the number. */
	remark?: string;
}

/** The target of a figure; `belowPeer` applies in addition to the bounds. */
export interface Target {
	atLeast?: number;
	atMost?: number;
	belowPeer?: boolean;
}

/** Whether a figure meets its target; `undefined` without one. */
export function isMet({ ours, peer, target }: Figure): boolean | undefined {
	if (!target) return undefined;
	const { atLeast = -Infinity, atMost = Infinity, belowPeer = false } = target;
	return ours >= atLeast && ours <= atMost && (!belowPeer || peer === undefined || ours < peer);
}

/** Formats a number with its unit and a sensible precision. */
export function formatValue(value: number, unit: Unit): string {
	const digits =
		Math.abs(value) >= 100 || Number.isInteger(value) ? 0 : Math.abs(value) >= 10 ? 1 : 2;
	const number = value.toLocaleString('en-US', {
		minimumFractionDigits: digits,
		maximumFractionDigits: digits,
	});
	return unit === '%' ? `${number} %` : `${number} ${unit}`;
}

/** Formats a target. */
export function formatTarget({ atLeast, atMost, belowPeer }: Target, unit: Unit): string {
	const bounds = [
		atLeast === undefined ? '' : `at least ${formatValue(atLeast, unit)}`,
		atMost === undefined ? '' : atMost === 0 ? 'none' : `at most ${formatValue(atMost, unit)}`,
		belowPeer === true ? 'below the peer' : '',
	];
	return bounds.filter((bound) => bound !== '').join(', ');
}

/** The value below which a share of the values lies, e.g. 0.5 for the median. */
export function percentile(values: number[], share: number): number {
	const sorted = [...values].sort((one, other) => one - other);
	return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}

export function median(values: number[]): number {
	return percentile(values, 0.5);
}

export const MEGABYTE = 1_000_000;
