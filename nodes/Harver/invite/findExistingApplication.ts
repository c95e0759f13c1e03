import type { IExecuteFunctions } from 'n8n-workflow';
import { NodeApiError } from 'n8n-workflow';

import { toNodeError } from '../../shared/http/toNodeError';
import { asObject, asObjects } from '../../shared/object';
import { getApplicationState } from '../items/application';
import { OPPORTUNITY_PARAMETER } from '../items/atsParameters';
import { confirmHits, findApplications, readIfShown } from '../requests/findApplications';
import type { ExistingApplication, InvitationContext } from './invitation';
import { searchApplications, type SearchHit } from '../requests/searchApplications';
import { findRecentInvitation, type RecentInvitation } from './recentInvitations';

/** Milliseconds within which Harver may not yet show an application that was just created. */
const CREATION_DELAY = 60_000;

/**
 * Finds the application that a candidate already has in the vacancy: the one that was just created, else the one of the
 * e-mail address, else the one of the opportunity, whose e-mail address may have been corrected since. Throws what
 * `confirmHits` throws.
 */
export async function findExistingApplication(
	invitation: InvitationContext,
): Promise<ExistingApplication | undefined> {
	const recent = findRecentInvitation(invitation);
	return (
		(await readRecentApplication(invitation, recent)) ??
		(await findByEmail(invitation)) ??
		(invitation.mayBeInvited || recent ? await findByOpportunity(invitation) : undefined)
	);
}

async function readRecentApplication(
	{ context, itemIndex, emailAddress }: InvitationContext,
	recent: RecentInvitation | undefined,
): Promise<ExistingApplication | undefined> {
	if (recent?.applicationId === undefined) return undefined;
	const document = await readIfShown(context, itemIndex, recent.applicationId);
	if (!document && performance.now() - recent.sentAt >= CREATION_DELAY) return undefined;
	const [record = {}] = asObjects(document?.data);
	return {
		id: recent.applicationId,
		state: getApplicationState(asObject(record.attributes)),
		hasSameEmail: recent.emailAddress === emailAddress,
	};
}

/** Finds the application of the e-mail address in the vacancy (docs/harver-api.md, Finding applications). Throws what `confirmHits` throws. */
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

/**
 * Searches for the applications that carry an opportunity's ID (docs/harver-api.md, Finding applications). Finds none where
 * Harver does not search by it. Throws NodeApiError.
 */
export async function searchByOpportunity(
	context: IExecuteFunctions,
	itemIndex: number,
	accountId: string,
	opportunityId: string | null,
): Promise<SearchHit[]> {
	if (opportunityId === null) return [];
	try {
		return await searchApplications(context, itemIndex, {
			accountId,
			filter: { atsParameters: { [OPPORTUNITY_PARAMETER]: opportunityId } },
			description: `look for the applications of the opportunity ${opportunityId}`,
		});
	} catch (error) {
		if (error instanceof NodeApiError && error.httpCode === '400') return [];
		throw toNodeError(context.getNode(), error);
	}
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
