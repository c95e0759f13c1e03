/** Milliseconds within which one event may arrive twice, and within which Harver may not yet find what was sent. */
const REMEMBERED_FOR = 600_000;

/** An invitation that this process has just sent, or may have sent: then no application is known. */
export interface RecentInvitation {
	/** The vacancy, with the Harver host, client and account it belongs to. */
	scope: string;
	emailAddress: string;
	opportunityId: string | null;
	executionId: string;
	applicationId: string | undefined;
	/** By `performance.now()`. */
	sentAt: number;
}

let invitations: RecentInvitation[] = [];

/** Remembers an invitation for ten minutes. */
export function rememberInvitation(invitation: RecentInvitation): void {
	invitations.push(invitation);
}

/** Returns the last invitation of a candidate, by e-mail address or opportunity; one with a known application goes first. */
export function findRecentInvitation(
	person: Pick<RecentInvitation, 'scope' | 'emailAddress' | 'opportunityId'>,
): RecentInvitation | undefined {
	const theirs = getRecent(person.scope).filter(
		({ emailAddress, opportunityId }) =>
			emailAddress === person.emailAddress ||
			(opportunityId !== null && opportunityId === person.opportunityId),
	);
	return theirs.findLast(({ applicationId }) => applicationId !== undefined) ?? theirs.at(-1);
}

/** Returns the last invitation that was sent, or may have been, to an e-mail address. */
export function findRecentEmail(
	person: Pick<RecentInvitation, 'scope' | 'emailAddress'>,
): RecentInvitation | undefined {
	return getRecent(person.scope).findLast(
		({ emailAddress }) => emailAddress === person.emailAddress,
	);
}

function getRecent(scope: string): RecentInvitation[] {
	const now = performance.now();
	invitations = invitations.filter(({ sentAt }) => now - sentAt < REMEMBERED_FOR);
	return invitations.filter((invitation) => invitation.scope === scope);
}
