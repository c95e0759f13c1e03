import { asText } from '../../shared/parameters';

/** Statuses of an application that the candidate is, or may be, still working on (contract harver, Meaning). */
const UNDECIDED = new Set(['in-progress', 'invited', '']);

/** Where an application stands: open for the candidate, finished, or ended by a decision before it was finished. */
export type Standing = 'open' | 'completed' | 'decided';

/** Reads the standing out of an application's attributes; status `new` means finished (contract harver, Meaning). */
export function standingOf({ status, completedAt }: Record<string, unknown>): Standing {
	if (Boolean(completedAt) || asText(status) === 'new') return 'completed';
	return UNDECIDED.has(asText(status)) ? 'open' : 'decided';
}
