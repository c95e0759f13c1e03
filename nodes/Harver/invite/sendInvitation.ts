import { NodeApiError, NodeOperationError } from 'n8n-workflow';

import { mayHaveTakenEffect } from '../../shared/http/serviceError';
import { toNodeError } from '../../shared/http/toNodeError';
import { createApplication, type CreatedApplication } from '../requests/createApplication';
import { invalidateStaleVacancies } from '../requests/vacancyCatalog';
import { findByEmail } from './findExistingApplication';
import type { ExistingApplication, InvitationContext } from './invitation';
import { rememberInvitation } from './recentInvitations';
import { buildInvited, buildNotInvited, type InviteResult } from './result';

/** Statuses with which Harver refuses an invitation, which the recruiter can fix. */
const REFUSED = ['400', '409', '422'];

/**
 * Sends an invitation and remembers it, even if it is unknown whether Harver accepted it. A refusal is a result. `existing` is
 * the application that the candidate already has. Throws NodeOperationError when Harver has no application afterwards,
 * NodeApiError.
 */
export async function sendInvitation(
	invitation: InvitationContext,
	existing: ExistingApplication | undefined,
): Promise<InviteResult> {
	const { context, vacancy, opportunityId, returnMagicLink } = invitation;
	try {
		const created = await createOrFind(invitation, existing);
		const { applicationId, magicLink } = created;
		rememberInvitation(invitation, applicationId);
		const outcome = created.isCompleted ? 'alreadyCompleted' : 'invited';
		const result = buildInvited(outcome, vacancy, applicationId, opportunityId);
		return returnMagicLink && magicLink !== '' ? { ...result, magicLink } : result;
	} catch (error) {
		const code = getHttpCode(error);
		const mayBeSent = mayHaveTakenEffect(error);
		if (mayBeSent) rememberInvitation(invitation, undefined);
		if ([...REFUSED, '404'].includes(code)) invalidateStaleVacancies();
		const failure = toNodeError(context.getNode(), error);
		if (mayBeSent || !REFUSED.includes(code)) throw failure;
		const words = failure.message.replace(/^[^:]*:?\s*/u, '');
		return buildNotInvited('refusedByHarver', opportunityId, words, vacancy);
	}
}

/**
 * Creates the application, or finds it when Harver does not return its ID. An invitation that is refused with a phone number,
 * which is optional, is sent again without it.
 */
async function createOrFind(
	invitation: InvitationContext,
	existing: ExistingApplication | undefined,
): Promise<CreatedApplication> {
	const { context, itemIndex, vacancy, candidate, atsParameters, returnMagicLink } = invitation;
	const findId = async (): Promise<string | undefined> => (await findByEmail(invitation))?.id;
	// The magic link is in the response only. Whether a second invitation was sent shows nowhere.
	const canBeFound = !returnMagicLink && existing?.hasSameEmail !== true;
	const request = {
		vacancyId: vacancy.id,
		candidate,
		atsParameters,
		isRepeatable: returnMagicLink,
		...(canBeFound ? { findId } : {}),
	};
	const created = await createApplication(context, itemIndex, request).catch(
		async (error: unknown) => {
			const { phoneNumber, ...withoutPhone } = candidate;
			if (phoneNumber === undefined || getHttpCode(error) !== '400')
				throw toNodeError(context.getNode(), error);
			return await createApplication(context, itemIndex, { ...request, candidate: withoutPhone });
		},
	);
	const applicationId = created.applicationId || (await findId());
	if (applicationId !== undefined) return { ...created, applicationId };
	throw new NodeOperationError(
		context.getNode(),
		`Harver accepted the invitation to the vacancy ${vacancy.id} but has no application`,
		{
			itemIndex,
			description: 'Run this node again. If that does not help, check the vacancy in Harver.',
		},
	);
}

function getHttpCode(error: unknown): string {
	return error instanceof NodeApiError ? (error.httpCode ?? '') : '';
}
