import type { InvitationContext } from './invitation';

/** Milliseconds within which one event may arrive twice, and Harver may not yet find what was sent. */
const REMEMBERED_FOR = 600_000;

/** An invitation that this process has just sent, or may have sent: then its application is not known. */
export interface RecentInvitation extends Pick<
	InvitationContext,
	'scope' | 'emailAddress' | 'opportunityId'
> {
	applicationId: string | undefined;
	executionId: string;
	/** By `performance.now()`, which no change of the clock affects. */
	sentAt: number;
}

let invitations: RecentInvitation[] = [];

/** Remembers an invitation for ten minutes. */
export function rememberInvitation(
	{ context, scope, emailAddress, opportunityId }: InvitationContext,
	applicationId: string | undefined,
): void {
	const executionId = context.getExecutionId();
	const sentAt = performance.now();
	invitations.push({ scope, emailAddress, opportunityId, applicationId, executionId, sentAt });
}

/** Returns the last invitation of a candidate, by e-mail address or opportunity; one with a known application goes first. */
export function findRecentInvitation(candidate: InvitationContext): RecentInvitation | undefined {
	const theirs = getRecent(candidate.scope).filter(
		({ emailAddress, opportunityId }) =>
			emailAddress === candidate.emailAddress ||
			(opportunityId !== null && opportunityId === candidate.opportunityId),
	);
	return theirs.findLast(({ applicationId }) => applicationId !== undefined) ?? theirs.at(-1);
}

/** Returns the last invitation that was sent, or may have been, to the candidate's e-mail address. */
export function findRecentEmail(candidate: InvitationContext): RecentInvitation | undefined {
	return getRecent(candidate.scope).findLast(
		({ emailAddress }) => emailAddress === candidate.emailAddress,
	);
}

function getRecent(scope: string): RecentInvitation[] {
	const now = performance.now();
	invitations = invitations.filter(({ sentAt }) => now - sentAt < REMEMBERED_FOR);
	return invitations.filter((invitation) => invitation.scope === scope);
}
