import type { IExecuteFunctions, JsonObject } from 'n8n-workflow';
import { NodeApiError } from 'n8n-workflow';

import { oneAtATime } from '../../shared/keyedLock';
import type { FoundApplication } from '../application/findApplications';
import { readApplication } from '../application/readApplication';
import { standingOf, type Standing } from '../records/completion';
import { fieldsOf, recordsOf } from '../records/fieldsOf';
import { harverClient } from '../transport/account';
import { readVacancyCandidates } from '../vacancies/readVacancyCandidates';
import { forgetVacancies } from './accountVacancies';
import { applicationByEmail, applicationIn, createApplication } from './applications';
import type { Candidate } from './candidate';
import { crowdOf, type Crowd } from './Crowd';
import { notInvited, standing, type InviteResult } from './outcome';
import type { Vacancy } from './vacancyChoice';
import { VacancyList } from './VacancyList';

/**
 * How it is found out whether somebody was invited before: by asking about each, with one list of the vacancy for many at
 * once, or not at all unless this process remembers something.
 */
export type LookUp = 'each' | 'together' | 'remembered';

/** Who is invited, on whose behalf, and how. */
export interface Invitation {
	accountId: string;
	candidate: Candidate;
	opportunityId: string | null;
	/** Milliseconds; nobody was invited for the opportunity before. */
	opportunityCreatedAt: number | undefined;
	parameters: Record<string, string>;
	/** Send another invitation to a candidate who has one and has not finished. */
	reInvite: boolean;
	lookUp: LookUp;
	/** Give the magic link, which is a login. */
	withMagicLink: boolean;
}

/**
 * Invites a candidate to one vacancy, unless an application is there already. `earlier` gives the applications that were
 * found by the opportunity. Invitations of one address to one vacancy go one after another in this process, so that two
 * of them at the same instant end in one. Throws NodeApiError.
 */
export async function inviteTo(
	context: IExecuteFunctions,
	itemIndex: number,
	vacancy: Vacancy,
	invitation: Invitation,
	earlier: () => Promise<FoundApplication[]>,
): Promise<InviteResult> {
	const { candidate, opportunityId, accountId } = invitation;
	const { emailAddress } = candidate;
	const find = async (): Promise<string | undefined> => await applicationByEmail(context, itemIndex, accountId, { vacancyId: vacancy.id, emailAddress });
	const crowd = await crowdOfVacancy(context, accountId, vacancy.id);
	const read = async (): Promise<VacancyList> => new VacancyList(await readVacancyCandidates(context, vacancy.id, {}, itemIndex));
	const madeHere = (): boolean => crowd.hasMade(emailAddress, opportunityId);
	const lookUp = async (everybody?: VacancyList): Promise<string | undefined> => {
		if (!everybody || madeHere()) return (await find()) ?? applicationIn(await earlier(), vacancy.id);
		const known = everybody.byEmail(emailAddress);
		if (known !== undefined || !mayHaveChangedAddress(everybody, crowd, invitation)) return known;
		return applicationIn(await earlier(), vacancy.id);
	};
	const inviteOnce = async (everybody?: VacancyList): Promise<InviteResult> => {
		const isNew = invitation.lookUp === 'remembered' && !madeHere();
		const existing = isNew ? undefined : await lookUp(everybody);
		if (existing === undefined) {
			let result: InviteResult | undefined;
			try {
				result = await send(context, itemIndex, vacancy, invitation, find);
				return result;
			} finally {
				// One that failed may have taken effect.
				if (!result || result.outcome === 'invited') crowd.remember({ applicationId: result?.applicationId ?? undefined, emailAddress, opportunityId });
			}
		}
		const standingNow = await applicationStanding(context, itemIndex, existing);
		if (standingNow === 'completed') return standing('alreadyCompleted', vacancy, existing, opportunityId);
		if (standingNow === 'decided' || !invitation.reInvite) return standing('alreadyInvited', vacancy, existing, opportunityId);
		return await send(context, itemIndex, vacancy, invitation);
	};
	const inTurn = async (): Promise<InviteResult> => await (invitation.lookUp === 'together' && !madeHere() ? crowd.join(read, inviteOnce) : inviteOnce());
	return await oneAtATime(`invite ${vacancy.id} ${emailAddress.toLowerCase()}`, inTurn);
}

/** The invitations of this client to a vacancy of an account. */
async function crowdOfVacancy(context: IExecuteFunctions, accountId: string, vacancyId: string): Promise<Crowd> {
	const { baseUrl } = await harverClient(context);
	return crowdOf(`${baseUrl} ${context.getNode().credentials?.harverApi?.id ?? ''} ${accountId} ${vacancyId}`);
}

/** Whether somebody in the vacancy may be the same person, invited for the same opportunity under another e-mail address. */
function mayHaveChangedAddress(everybody: VacancyList, crowd: Crowd, { candidate, opportunityId, opportunityCreatedAt }: Invitation): boolean {
	return opportunityId !== null && everybody.hasNamesakeOf(candidate, crowd.madeForOthers(opportunityId), opportunityCreatedAt);
}

async function applicationStanding(context: IExecuteFunctions, itemIndex: number, applicationId: string): Promise<Standing> {
	const { data } = await readApplication(context, applicationId, { itemIndex });
	return standingOf(fieldsOf(recordsOf(data)[0]?.attributes));
}

async function send(
	context: IExecuteFunctions,
	itemIndex: number,
	vacancy: Vacancy,
	{ candidate, opportunityId, parameters, withMagicLink }: Invitation,
	find?: () => Promise<string | undefined>,
): Promise<InviteResult> {
	// Whoever sends the link needs it: an application without one is not an invitation yet.
	const findAgain = withMagicLink ? undefined : find;
	try {
		const { applicationId, magicLink, completed } = await createApplication(context, itemIndex, vacancy, candidate, parameters, findAgain);
		const result = standing(completed ? 'alreadyCompleted' : 'invited', vacancy, applicationId, opportunityId);
		return withMagicLink && magicLink !== '' ? { ...result, magicLink } : result;
	} catch (error) {
		if (!(error instanceof NodeApiError) || !['400', '409', '422'].includes(error.httpCode ?? '')) {
			throw new NodeApiError(context.getNode(), error as JsonObject);
		}
		forgetVacancies();
		const said = error.message.replace(/^[^:]*:?\s*/u, '');
		return notInvited('refusedByHarver', opportunityId, said, vacancy);
	}
}
