import type { InvitationContext } from './invitation';

/** Milliseconds within which one event may arrive twice, and Harver may not yet find what was sent. */
const REMEMBERED_FOR = 600_000;

/** An invitation that this process has sent, or may have sent: then `applicationId` is `undefined`. */
export interface RecentInvitation extends Pick<
	InvitationContext,
	'scope' | 'emailAddress' | 'opportunityId'
> {
	applicationId: string | undefined;
	executionId: string;
	/** By `performance.now()`, which no change of the clock affects. */
	rememberedAt: number;
}

let invitations: RecentInvitation[] = [];

/** Remembers an invitation for ten minutes. */
export function rememberInvitation(
	{ context, scope, emailAddress, opportunityId }: InvitationContext,
	applicationId: string | undefined,
): void {
	const executionId = context.getExecutionId();
	const rememberedAt = performance.now();
	invitations.push({
		scope,
		emailAddress,
		opportunityId,
		applicationId,
		executionId,
		rememberedAt,
	});
}

/** Returns the last invitation to the same email address or opportunity; one with a known application goes first. */
export function findRecentInvitation(invitation: InvitationContext): RecentInvitation | undefined {
	const theirs = getRecent(invitation.scope).filter(
		({ emailAddress, opportunityId }) =>
			emailAddress === invitation.emailAddress ||
			(opportunityId !== null && opportunityId === invitation.opportunityId),
	);
	return theirs.findLast(({ applicationId }) => applicationId !== undefined) ?? theirs.at(-1);
}

/** Returns the last invitation to the same email address. */
export function findRecentInvitationByEmail(
	invitation: InvitationContext,
): RecentInvitation | undefined {
	return getRecent(invitation.scope).findLast(
		({ emailAddress }) => emailAddress === invitation.emailAddress,
	);
}

function getRecent(scope: string): RecentInvitation[] {
	const now = performance.now();
	invitations = invitations.filter(({ rememberedAt }) => now - rememberedAt < REMEMBERED_FOR);
	return invitations.filter((invitation) => invitation.scope === scope);
}
