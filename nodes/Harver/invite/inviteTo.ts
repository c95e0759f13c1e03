import type { IExecuteFunctions, JsonObject } from 'n8n-workflow';
import { NodeApiError } from 'n8n-workflow';

import { oneAtATime } from '../../shared/keyedLock';
import { forgetVacancies } from './accountVacancies';
import { createApplication, findApplication, isCompleted } from './applications';
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
 * Invites a candidate to one vacancy, unless an application is there already. Invitations of one candidate to one vacancy
 * go one after another in this process, so that two of them at the same instant end in one. Throws NodeApiError.
 */
export async function inviteTo(context: IExecuteFunctions, itemIndex: number, vacancy: Vacancy, invitation: Invitation): Promise<InviteResult> {
	const { candidate, opportunityId, accountId } = invitation;
	const find = async (): Promise<string | undefined> =>
		await findApplication(context, itemIndex, { vacancy, emailAddress: candidate.emailAddress, accountId, opportunityId });
	return await oneAtATime(`invite ${vacancy.id} ${opportunityId ?? candidate.emailAddress.toLowerCase()}`, async () => {
		const existing = await find();
		if (existing !== undefined && (await isCompleted(context, itemIndex, existing))) {
			return standing('alreadyCompleted', vacancy, existing, opportunityId);
		}
		if (existing !== undefined && !invitation.reInvite) return standing('alreadyInvited', vacancy, existing, opportunityId);
		return await send(context, itemIndex, vacancy, invitation, find);
	});
}

async function send(
	context: IExecuteFunctions,
	itemIndex: number,
	vacancy: Vacancy,
	{ candidate, opportunityId, parameters, withMagicLink }: Invitation,
	find: () => Promise<string | undefined>,
): Promise<InviteResult> {
	try {
		const { applicationId, magicLink, completed } = await createApplication(context, itemIndex, vacancy, candidate, parameters, find);
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
