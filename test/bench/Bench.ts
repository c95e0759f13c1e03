import type { Figure } from './figure';
import type { Stage } from './Stage';

/** One measurement: what it measures and how. */
export interface Bench {
	/** For `--only`. */
	name: string;
	title: string;
	/** How it is measured, for the reader of the table. */
	how: string;
	/** `quick` measures less, to see that it works; the numbers are then good for nothing else. */
	run(stage: () => Promise<Stage>, quick: boolean): Promise<Figure[]>;
}
