import { toText } from '../../shared/node/parameters';

/** Statuses of an application that the candidate is, or may be, still working on (docs/harver-api.md, Statuses). */
const UNDECIDED = new Set(['in-progress', 'invited', '']);

/** Where an application stands: open for the candidate, finished, or ended by a decision before it was finished. */
export type Standing = 'open' | 'completed' | 'decided';

/** Reads the standing out of an application's attributes; status `new` means finished (docs/harver-api.md, Statuses). */
export function standingOf({ status, completedAt }: Record<string, unknown>): Standing {
	if (Boolean(completedAt) || toText(status) === 'new') return 'completed';
	return UNDECIDED.has(toText(status)) ? 'open' : 'decided';
}
