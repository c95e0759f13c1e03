import { asObject, asObjects } from '../../shared/object';
import { getApplicationState } from '../items/application';
import { OPPORTUNITY_PARAMETER } from '../items/atsParameters';
import { readApplicationIfShown } from '../requests/application';
import { confirmHits, findApplications } from '../requests/findApplications';
import type { ExistingApplication, InvitationContext } from './invitation';
import { findRecentInvitation, type RecentInvitation } from './recentInvitations';

/** Milliseconds within which Harver may not yet show an application that was just created. */
const CREATION_DELAY = 60_000;

/**
 * Finds the application that a candidate already has in the vacancy: the one that was just created, else the one of the
 * email address, else the one of the opportunity, whose email address may have been corrected since. Throws what
 * `confirmHits` throws.
 */
export async function findExistingApplication(
	invitation: InvitationContext,
): Promise<ExistingApplication | undefined> {
	const recent = findRecentInvitation(invitation);
	return (
		(await readRecentApplication(invitation, recent)) ??
		(await findByEmail(invitation)) ??
		(invitation.mayHaveApplication || recent ? await findByOpportunity(invitation) : undefined)
	);
}

async function readRecentApplication(
	{ context, itemIndex, emailAddress }: InvitationContext,
	recent: RecentInvitation | undefined,
): Promise<ExistingApplication | undefined> {
	if (recent?.applicationId === undefined) return undefined;
	const document = await readApplicationIfShown(context, itemIndex, recent.applicationId);
	if (!document && performance.now() - recent.rememberedAt >= CREATION_DELAY) return undefined;
	const [record = {}] = asObjects(document?.data);
	return {
		id: recent.applicationId,
		state: getApplicationState(asObject(record.attributes)),
		hasSameEmail: recent.emailAddress === emailAddress,
	};
}

/** Finds the application of the email address in the vacancy (docs/harver-api.md, Finding applications). Throws what `confirmHits` throws. */
export async function findByEmail({
	context,
	itemIndex,
	accountId,
	vacancy,
	candidate,
}: InvitationContext): Promise<ExistingApplication | undefined> {
	const [found] = await findApplications(context, itemIndex, {
		accountId,
		filter: { vacancyId: vacancy.id, emailAddress: candidate.emailAddress },
		description: `look for the candidate's application in the vacancy ${vacancy.id}`,
	});
	return found && { ...found, hasSameEmail: true };
}

async function findByOpportunity({
	context,
	itemIndex,
	vacancy,
	candidate,
	opportunityId,
	searchByOpportunity,
}: InvitationContext): Promise<ExistingApplication | undefined> {
	if (opportunityId === null) return undefined;
	const hits = await searchByOpportunity();
	const inVacancy = hits.filter(({ vacancyId }) => [vacancy.id, null].includes(vacancyId));
	const [found] = await confirmHits(context, itemIndex, inVacancy, {
		vacancyId: vacancy.id,
		emailAddress: candidate.emailAddress,
		atsParameters: { [OPPORTUNITY_PARAMETER]: opportunityId },
	});
	return found && { ...found, hasSameEmail: false };
}
