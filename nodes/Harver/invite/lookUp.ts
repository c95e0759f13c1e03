import type { FoundApplication } from '../application/findApplications';
import { applicationIn } from './applications';
import type { Invitation } from './invitation';
import type { Memory } from './Memory';
import type { VacancyList } from './VacancyList';

/** The two requests by which one person's application is found. */
export interface Finding {
	byEmail(): Promise<string | undefined>;
	/** The applications that carry the opportunity's id. */
	ofOpportunity(): Promise<FoundApplication[]>;
}

/**
 * The id of the application that a person has in a vacancy, or `undefined`: asked for, or told from the list of everybody in
 * the vacancy where that leaves no doubt. Throws what the requests throw.
 */
export async function existingApplication(vacancyId: string, invitation: Invitation, find: Finding, memory: Memory, everybody?: VacancyList): Promise<string | undefined> {
	const { candidate, opportunityId } = invitation;
	const inList = everybody?.byEmail(candidate.emailAddress);
	if (inList !== undefined) return inList;
	if (everybody && memory.of(candidate.emailAddress, opportunityId) === undefined) {
		return mayHaveChangedAddress(everybody, memory, invitation) ? applicationIn(await find.ofOpportunity(), vacancyId) : undefined;
	}
	return (await find.byEmail()) ?? applicationIn(await find.ofOpportunity(), vacancyId);
}

/** Whether somebody in the vacancy may be the same person, invited for the same opportunity under another e-mail address. */
function mayHaveChangedAddress(everybody: VacancyList, memory: Memory, { candidate, opportunityId, opportunityCreatedAt }: Invitation): boolean {
	return opportunityId !== null && everybody.hasNamesakeOf(candidate, memory.ofOthers(opportunityId), opportunityCreatedAt);
}
