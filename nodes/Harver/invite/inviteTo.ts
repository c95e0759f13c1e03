import type { IExecuteFunctions } from 'n8n-workflow';

import { withLock } from '../../shared/http/withLock';
import type { FoundApplication } from '../application/findApplications';
import type { ApplicationState } from '../items/application';
import { harverClient } from '../transport/account';
import { listVacancyCandidates } from '../requests/vacancies';
import { mayBeSentAgain } from './again';
import { applicationByEmail } from './applications';
import { inCrowd, type Everybody } from './Crowd';
import { mayBeInvited } from './doubt';
import type { Attempt, Finding, Invitation } from './invitation';
import { existingApplication } from './lookUp';
import { standing, type InviteResult } from './outcome';
import { send } from './send';
import { applicationStanding, standingIfShown } from './standing';
import type { Vacancy } from './vacancyChoice';
import { VacancyList } from './VacancyList';

/** Milliseconds within which Harver may not yet show an application that was made. */
const NOT_YET_SHOWN = 60_000;

/**
 * Invites a candidate to one vacancy, unless an application is there already. `ofOpportunity` gives the applications that
 * were found by the opportunity. Invitations of one address to one vacancy go one after another in this process, so that two
 * of them at the same instant end in one. Throws NodeApiError.
 */
export async function inviteTo(
	context: IExecuteFunctions,
	itemIndex: number,
	vacancy: Vacancy,
	invitation: Invitation,
	ofOpportunity: () => Promise<FoundApplication[]>,
): Promise<InviteResult> {
	const { accountId, lookUp, opportunityId } = invitation;
	const { emailAddress } = invitation.candidate;
	const { baseUrl } = await harverClient(context);
	const byEmail = async (): Promise<string | undefined> =>
		await applicationByEmail(context, itemIndex, accountId, {
			vacancyId: vacancy.id,
			emailAddress,
		});
	const read = async (): Promise<VacancyList> =>
		new VacancyList(await listVacancyCandidates(context, vacancy.id, {}, itemIndex));
	const find: Finding = { byEmail, ofOpportunity };
	return await withLock(
		`invite ${vacancy.id} ${emailAddress.toLowerCase()}`,
		async () =>
			await inCrowd(`${baseUrl} ${accountId} ${vacancy.id}`.toLowerCase(), async (crowd) => {
				const { memory } = crowd;
				const attempt: Attempt = { context, itemIndex, vacancy, invitation, find, memory };
				const isKnown = memory.of(emailAddress, opportunityId) !== undefined;
				const isNew =
					!isKnown &&
					lookUp === 'inDoubt' &&
					!mayBeInvited({ ...invitation, mode: context.getMode() }, memory.forgottenUntil);
				if (isNew) return await send(attempt, true);
				const unlessThere = async (everybody?: Everybody): Promise<InviteResult> =>
					await inviteUnlessThere(attempt, everybody);
				return isKnown || lookUp === 'each'
					? await unlessThere()
					: await crowd.join(read, unlessThere);
			}),
	);
}

async function inviteUnlessThere(attempt: Attempt, everybody?: Everybody): Promise<InviteResult> {
	const { context, vacancy, invitation, memory } = attempt;
	const { opportunityId } = invitation;
	const again = mayBeSentAgain(invitation, memory, context.getExecutionId());
	const there = (await remembered(attempt)) ?? (await found(attempt, everybody));
	if (!there) return await send(attempt, true);
	if (there.standing === 'completed')
		return standing('alreadyCompleted', vacancy, there.applicationId, opportunityId);
	if (there.standing === 'decided' || !again)
		return standing('alreadyInvited', vacancy, there.applicationId, opportunityId);
	return await send(attempt, false);
}

/** The application that a person has in a vacancy. */
interface There {
	applicationId: string;
	standing: ApplicationState;
}

/** The one that this process remembers, if Harver still has it. */
async function remembered({
	context,
	itemIndex,
	invitation: { candidate, opportunityId },
	memory,
}: Attempt): Promise<There | undefined> {
	const { applicationId, at = 0 } = memory.of(candidate.emailAddress, opportunityId) ?? {};
	if (applicationId === undefined) return undefined;
	const standingNow = await standingIfShown(context, itemIndex, applicationId);
	if (standingNow) return { applicationId, standing: standingNow };
	if (Date.now() - at < NOT_YET_SHOWN) return { applicationId, standing: 'open' };
	memory.forgetApplication(applicationId);
	return undefined;
}

/** The one that Harver finds. */
async function found(attempt: Attempt, everybody?: Everybody): Promise<There | undefined> {
	const { context, itemIndex, memory } = attempt;
	const existing = await existingApplication(attempt, everybody);
	if (!existing) return undefined;
	memory.remember(existing);
	// That nothing is told of it is no reason to invite again.
	return {
		applicationId: existing.applicationId,
		standing: (await applicationStanding(context, itemIndex, existing.applicationId)) ?? 'open',
	};
}
