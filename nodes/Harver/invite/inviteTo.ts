import type { IExecuteFunctions, JsonObject } from 'n8n-workflow';
import { NodeApiError } from 'n8n-workflow';

import { oneAtATime } from '../../shared/keyedLock';
import type { FoundApplication } from '../application/findApplications';
import { readApplication } from '../application/readApplication';
import { standingOf, type Standing } from '../records/completion';
import { fieldsOf, recordsOf } from '../records/fieldsOf';
import { forgetVacancies } from './accountVacancies';
import { applicationByEmail, applicationIn, createApplication } from './applications';
import type { Candidate } from './candidate';
import { notInvited, standing, type InviteResult } from './outcome';
import type { Vacancy } from './vacancyChoice';

/** Who is invited, on whose behalf, and how. */
export interface Invitation {
	accountId: string;
	candidate: Candidate;
	opportunityId: string | null;
	parameters: Record<string, string>;
	/** Send another invitation to a candidate who has one and has not finished. */
	reInvite: boolean;
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
	return await oneAtATime(`invite ${vacancy.id} ${emailAddress.toLowerCase()}`, async () => {
		const existing = (await find()) ?? applicationIn(await earlier(), vacancy.id);
		if (existing === undefined) return await send(context, itemIndex, vacancy, invitation, find);
		const standingNow = await applicationStanding(context, itemIndex, existing);
		if (standingNow === 'completed') return standing('alreadyCompleted', vacancy, existing, opportunityId);
		if (standingNow === 'decided' || !invitation.reInvite) return standing('alreadyInvited', vacancy, existing, opportunityId);
		return await send(context, itemIndex, vacancy, invitation);
	});
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
