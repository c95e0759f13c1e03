import type { IExecuteFunctions } from 'n8n-workflow';

import { withLock } from '../../shared/http/withLock';
import { harverClient } from '../transport/account';
import { findExistingApplication } from './findExistingApplication';
import type { Invitation, InvitationContext } from './invitation';
import { findRecentInvitationByEmail } from './recentInvitations';
import { buildInvited, type InviteResult } from './result';
import { sendInvitation } from './sendInvitation';

/**
 * Invites a candidate to one vacancy unless they have an application already (but see `canResend`). Concurrent calls for one
 * opportunity or email address run one after another, so that they send one invitation. Throws NodeOperationError when the results of a search
 * cannot be trusted, NodeApiError.
 */
export async function inviteOnce(
	context: IExecuteFunctions,
	itemIndex: number,
	invitation: Invitation,
): Promise<InviteResult> {
	const { accountId, candidate, opportunityId, vacancy } = invitation;
	const { key } = await harverClient(context);
	const scope = `${key} ${accountId} ${vacancy.id}`;
	const emailAddress = candidate.emailAddress.toLowerCase();
	const invite = async (): Promise<InviteResult> =>
		await inviteUnlessExists({ ...invitation, context, itemIndex, scope, emailAddress });
	return await withLock(
		`invite opportunity ${opportunityId ?? emailAddress} ${scope}`,
		async () => await withLock(`invite email ${emailAddress} ${scope}`, invite),
	);
}

async function inviteUnlessExists(invitation: InvitationContext): Promise<InviteResult> {
	const { vacancy, opportunityId } = invitation;
	const existing = await findExistingApplication(invitation);
	if (!existing || (existing.state === 'open' && canResend(invitation)))
		return await sendInvitation(invitation, existing);
	const outcome = existing.state === 'completed' ? 'alreadyCompleted' : 'alreadyInvited';
	return buildInvited(outcome, vacancy, existing.id, opportunityId);
}

/**
 * Whether a candidate who has an application may be sent another invitation: with Re-Invite, if none was sent in the last ten
 * minutes; or to get the magic link again, if its response was lost or this execution has asked for it before for the same opportunity.
 */
function canResend(invitation: InvitationContext): boolean {
	const last = findRecentInvitationByEmail(invitation);
	if (!last) return invitation.reInvite;
	const isOwn =
		last.executionId === invitation.context.getExecutionId() &&
		last.opportunityId === invitation.opportunityId;
	return invitation.returnMagicLink && (last.applicationId === undefined || isOwn);
}
