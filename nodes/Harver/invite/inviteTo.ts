import type { IExecuteFunctions } from 'n8n-workflow';

import { oneAtATime } from '../../shared/keyedLock';
import type { FoundApplication } from '../application/findApplications';
import type { Standing } from '../records/completion';
import { harverClient } from '../transport/account';
import { readVacancyCandidates } from '../vacancies/readVacancyCandidates';
import { applicationByEmail } from './applications';
import { inCrowd } from './Crowd';
import { mayBeInvited } from './doubt';
import type { Invitation } from './invitation';
import { existingApplication, type Finding } from './lookUp';
import type { Memory } from './Memory';
import { standing, type InviteResult } from './outcome';
import { send } from './send';
import { applicationStanding, standingUnlessGone } from './standing';
import type { Vacancy } from './vacancyChoice';
import { VacancyList } from './VacancyList';

/** Milliseconds within which one event may be told twice: nobody is invited again so soon. */
const JUST_SENT = 600_000;

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
	const byEmail = async (): Promise<string | undefined> => await applicationByEmail(context, itemIndex, accountId, { vacancyId: vacancy.id, emailAddress });
	const read = async (): Promise<VacancyList> => new VacancyList(await readVacancyCandidates(context, vacancy.id, {}, itemIndex));
	return await oneAtATime(`invite ${vacancy.id} ${emailAddress.toLowerCase()}`, async () =>
		await inCrowd(`${baseUrl} ${accountId} ${vacancy.id}`, async (crowd) => {
			const { memory } = crowd;
			const isKnown = memory.of(emailAddress, opportunityId) !== undefined;
			const isNew = !isKnown && lookUp === 'inDoubt' && !mayBeInvited({ ...invitation, mode: context.getMode() }, memory.forgottenUntil);
			if (isNew) return await send(context, itemIndex, vacancy, invitation, memory, byEmail);
			const unlessThere = async (everybody?: VacancyList): Promise<InviteResult> =>
				await inviteUnlessThere(context, itemIndex, vacancy, invitation, { byEmail, ofOpportunity }, memory, everybody);
			return isKnown || lookUp === 'each' ? await unlessThere() : await crowd.join(read, unlessThere);
		}),
	);
}

async function inviteUnlessThere(
	context: IExecuteFunctions,
	itemIndex: number,
	vacancy: Vacancy,
	invitation: Invitation,
	find: Finding,
	memory: Memory,
	everybody?: VacancyList,
): Promise<InviteResult> {
	const { opportunityId, reInvite } = invitation;
	const there = (await remembered(context, itemIndex, invitation, memory)) ?? (await found(context, itemIndex, vacancy, invitation, find, memory, everybody));
	if (!there) return await send(context, itemIndex, vacancy, invitation, memory, async () => await find.byEmail());
	if (there.standing === 'completed') return standing('alreadyCompleted', vacancy, there.applicationId, opportunityId);
	const staysAsItIs = there.standing === 'decided' || !reInvite || there.wasJustSent;
	return staysAsItIs ? standing('alreadyInvited', vacancy, there.applicationId, opportunityId) : await send(context, itemIndex, vacancy, invitation, memory);
}

/** The application that a person has in a vacancy. */
interface There {
	applicationId: string;
	standing: Standing;
	wasJustSent: boolean;
}

/** The one that this process remembers, if Harver still has it. */
async function remembered(context: IExecuteFunctions, itemIndex: number, { candidate, opportunityId }: Invitation, memory: Memory): Promise<There | undefined> {
	const { applicationId, sent, at } = memory.of(candidate.emailAddress, opportunityId) ?? { sent: false, at: 0 };
	if (applicationId === undefined) return undefined;
	const standingNow = await standingUnlessGone(context, itemIndex, applicationId);
	if (standingNow) return { applicationId, standing: standingNow, wasJustSent: sent && Date.now() - at < JUST_SENT };
	memory.forget(applicationId);
	return undefined;
}

/** The one that Harver finds. */
async function found(
	context: IExecuteFunctions,
	itemIndex: number,
	vacancy: Vacancy,
	invitation: Invitation,
	find: Finding,
	memory: Memory,
	everybody?: VacancyList,
): Promise<There | undefined> {
	const applicationId = await existingApplication(vacancy.id, invitation, find, memory, everybody);
	if (applicationId === undefined) return undefined;
	memory.remember({ applicationId, emailAddress: invitation.candidate.emailAddress, opportunityId: invitation.opportunityId, sent: false });
	return { applicationId, standing: await applicationStanding(context, itemIndex, applicationId), wasJustSent: false };
}
