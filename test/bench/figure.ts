/** How a number is written. */
export type Unit = '%' | 's' | 'ms' | 'MB' | 'calls' | 'candidates' | 'times';

/** One measured number, beside what a peer came to and what was aimed at. */
export interface Figure {
	/** Unique: what a figure is found by when it is measured again. */
	id: string;
	what: string;
	unit: Unit;
	ours: number;
	peer?: number;
	peerName?: string;
	target?: Target;
	/** What the reader should know to judge the number. */
	remark?: string;
}

/** What a figure was to be; `belowPeer` is on top of the bound. */
export interface Target {
	atLeast?: number;
	atMost?: number;
	belowPeer?: boolean;
}

/** Whether a figure is what it was to be; `undefined` when nothing was aimed at. */
export function isMet({ ours, peer, target }: Figure): boolean | undefined {
	if (!target) return undefined;
	const { atLeast = -Infinity, atMost = Infinity, belowPeer = false } = target;
	return ours >= atLeast && ours <= atMost && (!belowPeer || peer === undefined || ours < peer);
}

/** A number with its unit, no more precise than it was measured. */
export function written(value: number, unit: Unit): string {
	const digits =
		Math.abs(value) >= 100 || Number.isInteger(value) ? 0 : Math.abs(value) >= 10 ? 1 : 2;
	const number = value.toLocaleString('en-US', {
		minimumFractionDigits: digits,
		maximumFractionDigits: digits,
	});
	return unit === '%' ? `${number} %` : `${number} ${unit}`;
}

/** A target in words. */
export function writtenTarget({ atLeast, atMost, belowPeer }: Target, unit: Unit): string {
	const bounds = [
		atLeast === undefined ? '' : `at least ${written(atLeast, unit)}`,
		atMost === undefined ? '' : atMost === 0 ? 'none' : `at most ${written(atMost, unit)}`,
		belowPeer === true ? 'below the peer' : '',
	];
	return bounds.filter((bound) => bound !== '').join(', ');
}
