import { applicationIn } from './applications';
import type { Everybody } from './Crowd';
import type { Attempt, Invitation } from './invitation';
import type { Memory, Remembered } from './Memory';

/**
 * The application that a person has in a vacancy, with what it was found by, or `undefined`: asked for, or told from the list
 * of everybody in the vacancy where that leaves no doubt. Throws what the requests throw.
 */
export async function existingApplication(
	{ vacancy, invitation, find, memory }: Attempt,
	everybody?: Everybody,
): Promise<(Remembered & { applicationId: string }) | undefined> {
	const { emailAddress } = invitation.candidate;
	const { opportunityId } = invitation;
	const byEmail = (applicationId: string | undefined) =>
		applicationId === undefined ? undefined : { applicationId, emailAddress, opportunityId: null };
	const inList = byEmail(everybody?.list.byEmail(emailAddress));
	if (inList) return inList;
	const hasNone =
		everybody?.isWhole === true && memory.of(emailAddress, opportunityId) === undefined;
	if (hasNone && !mayHaveChangedAddress(everybody, memory, invitation)) return undefined;
	const found = hasNone ? undefined : byEmail(await find.byEmail());
	if (found) return found;
	const ofOpportunity = applicationIn(await find.ofOpportunity(), vacancy.id);
	return (
		ofOpportunity && {
			applicationId: ofOpportunity.id,
			emailAddress: '',
			opportunityId: ofOpportunity.vacancyId === null ? null : opportunityId,
		}
	);
}

/** Whether somebody in the vacancy may be the same person, invited for the same opportunity under another e-mail address. */
function mayHaveChangedAddress(
	{ list }: Everybody,
	memory: Memory,
	{ candidate, opportunityId, opportunityCreatedAt }: Invitation,
): boolean {
	return (
		opportunityId !== null &&
		list.hasNamesakeOf(candidate, memory.ofOthers(opportunityId), opportunityCreatedAt)
	);
}
