import type { Request } from 'express';

import { keyOf } from './access';
import { invalid, LeverError } from './errors';
import type { LeverAccount } from './LeverAccount';
import type { Opportunity } from './records';

/** The opportunity of the path, unless it is confidential and the key may not see it (docs/lever-api.md, Opportunities). */
export function visible(account: LeverAccount, request: Request): Opportunity {
	const opportunity = account.opportunity(String(request.params.id));
	if (opportunity.confidential) refuseConfidential(request);
	return opportunity;
}

/** Refuses a key without access to confidential data. */
export function refuseConfidential(request: Request): void {
	if (!keyOf(request).confidential)
		throw new LeverError(403, 'Forbidden', 'The key has no access to confidential data');
}

/** Refuses a `perform_as` who is not an active user (docs/lever-api.md, Perform as). */
export function actingUser(account: LeverAccount, id: string): string {
	const user = account.users.find((candidate) => candidate.id === id);
	if (user?.deactivatedAt !== null) throw invalid('perform_as: not an active user');
	return id;
}
