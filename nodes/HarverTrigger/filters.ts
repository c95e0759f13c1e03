import type { Delivery } from './delivery';

/** What a delivery must be about to start the workflow. Empty lists of accounts and statuses mean any. */
export interface Filters {
	kinds: string[];
	accountIds: string[];
	statuses: string[];
}

/** Whether a delivery passes: it is of a kind that was chosen, about one of the accounts and, if the kind leaves it open, in one of the statuses. */
export function passes(
	{ kinds, accountIds, statuses }: Filters,
	{ kind, accountId, status }: Delivery['item'],
): boolean {
	if (!kinds.includes(kind)) return false;
	if (
		accountIds.length > 0 &&
		!accountIds.some((wanted) => wanted.toLowerCase() === accountId?.toLowerCase())
	)
		return false;
	if (kind !== 'statusChanged' && kind !== 'other') return true;
	return statuses.length === 0 || (status !== null && statuses.includes(status));
}
