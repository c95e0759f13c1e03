import type { Invitation } from './invitation';
import type { Memory } from './Memory';

/** Milliseconds within which one event may be told twice: nobody is invited again so soon. */
const JUST_SENT = 600_000;

/**
 * Whether somebody who has an application may be sent an invitation: when the node is to, though not twice for one event;
 * and when the magic link that the flow is to send was lost on its way, or with an earlier try of this execution.
 */
export function mayBeSentAgain(
	{
		candidate,
		reInvite,
		withMagicLink,
	}: Pick<Invitation, 'candidate' | 'reInvite' | 'withMagicLink'>,
	memory: Memory,
	executionId: string,
): boolean {
	const last = memory.sentTo(candidate.emailAddress);
	const wasJustSent = last !== undefined && Date.now() - last.at < JUST_SENT;
	if (withMagicLink && wasJustSent)
		return last.applicationId === undefined || last.sentBy === executionId;
	return reInvite && !wasJustSent;
}
