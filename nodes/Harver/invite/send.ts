import type { IExecuteFunctions, JsonObject } from 'n8n-workflow';
import { NodeApiError } from 'n8n-workflow';

import { doubtVacancies } from './accountVacancies';
import { createApplication } from './applications';
import type { Invitation } from './invitation';
import type { Memory } from './Memory';
import { notInvited, standing, type InviteResult } from './outcome';
import type { Vacancy } from './vacancyChoice';

/** What Harver answers to an invitation that it does not take. */
const REFUSED = ['400', '409', '422'];

/**
 * Sends an invitation and remembers it, also when nobody knows whether it was taken. `findAgain` looks for the application
 * when Harver fails without saying whether it did. Throws NodeApiError.
 */
export async function send(
	context: IExecuteFunctions,
	itemIndex: number,
	vacancy: Vacancy,
	invitation: Invitation,
	memory: Memory,
	findAgain?: () => Promise<string | undefined>,
): Promise<InviteResult> {
	const { candidate, opportunityId } = invitation;
	let result: InviteResult | undefined;
	try {
		result = await outcomeOf(context, itemIndex, vacancy, invitation, findAgain);
		return result;
	} finally {
		if (result?.outcome !== 'notInvited') memory.remember({ applicationId: result?.applicationId ?? undefined, emailAddress: candidate.emailAddress, opportunityId, sent: true });
	}
}

async function outcomeOf(
	context: IExecuteFunctions,
	itemIndex: number,
	vacancy: Vacancy,
	{ candidate, opportunityId, parameters, withMagicLink }: Invitation,
	findAgain?: () => Promise<string | undefined>,
): Promise<InviteResult> {
	try {
		// Whoever sends the link needs it: an application without one is not an invitation yet.
		const { applicationId, magicLink, completed } = await createApplication(context, itemIndex, vacancy, candidate, parameters, withMagicLink ? undefined : findAgain);
		const result = standing(completed ? 'alreadyCompleted' : 'invited', vacancy, applicationId, opportunityId);
		return withMagicLink && magicLink !== '' ? { ...result, magicLink } : result;
	} catch (error) {
		const code = error instanceof NodeApiError ? (error.httpCode ?? '') : '';
		if ([...REFUSED, '404'].includes(code)) doubtVacancies();
		if (!(error instanceof NodeApiError) || !REFUSED.includes(code)) throw new NodeApiError(context.getNode(), error as JsonObject);
		const said = error.message.replace(/^[^:]*:?\s*/u, '');
		return notInvited('refusedByHarver', opportunityId, said, vacancy);
	}
}
