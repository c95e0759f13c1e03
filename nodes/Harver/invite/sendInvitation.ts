import { NodeApiError } from 'n8n-workflow';

import { toNodeError } from '../../shared/http/toNodeError';
import { createApplication, type CreatedApplication } from '../requests/createApplication';
import { invalidateStaleVacancies } from '../requests/vacancyCatalog';
import { findByEmail } from './findExistingApplication';
import type { ExistingApplication, InvitationContext } from './invitation';
import { rememberInvitation } from './recentInvitations';
import { buildInvited, buildNotInvited, type InviteResult } from './result';

/** What Harver answers to an invitation that it refuses. */
const REFUSED = ['400', '409', '422'];

/**
 * Sends an invitation and remembers it, also when nobody knows whether Harver accepted it; that Harver refuses it is a result.
 * `existing` is the application that the candidate already has. Throws NodeApiError.
 */
export async function sendInvitation(
	invitation: InvitationContext,
	existing: ExistingApplication | undefined,
): Promise<InviteResult> {
	const { context, vacancy, opportunityId, returnMagicLink } = invitation;
	try {
		const created = await createAndIdentify(invitation, existing);
		const { applicationId, magicLink } = created;
		rememberInvitation(invitation, applicationId);
		const outcome = created.isCompleted ? 'alreadyCompleted' : 'invited';
		const result = buildInvited(outcome, vacancy, applicationId, opportunityId);
		return returnMagicLink && magicLink !== '' ? { ...result, magicLink } : result;
	} catch (error) {
		const code = getHttpCode(error);
		if (!/^4(?!08|29)/u.test(code)) rememberInvitation(invitation, undefined);
		if ([...REFUSED, '404'].includes(code)) invalidateStaleVacancies();
		const failure = toNodeError(context.getNode(), error);
		if (!REFUSED.includes(code)) throw failure;
		const words = failure.message.replace(/^[^:]*:?\s*/u, '');
		return buildNotInvited('refusedByHarver', opportunityId, words, vacancy);
	}
}

/** An invitation that is accepted without the ID of its application is looked up, like one whose response was lost. */
async function createAndIdentify(
	invitation: InvitationContext,
	existing: ExistingApplication | undefined,
): Promise<CreatedApplication> {
	const { context, itemIndex, vacancy } = invitation;
	const created = await createWithValidPhone(invitation, existing);
	const applicationId = created.applicationId || (await findByEmail(invitation))?.id;
	if (applicationId !== undefined) return { ...created, applicationId };
	throw new NodeApiError(
		context.getNode(),
		{},
		{
			message: `Harver accepted the invitation to the vacancy ${vacancy.id} but has no application`,
			description: 'Run it again. If that does not help, check the vacancy in Harver.',
			itemIndex,
		},
	);
}

/** A phone number is optional, so one that Harver does not accept is left out. */
async function createWithValidPhone(
	{ context, itemIndex, ...invitation }: InvitationContext,
	existing: ExistingApplication | undefined,
): Promise<CreatedApplication> {
	const { vacancy, candidate, atsParameters, returnMagicLink } = invitation;
	// The magic link comes with the response only. Whether an application was invited again shows nowhere.
	const canBeFound = !returnMagicLink && existing?.hasSameEmail !== true;
	const findId = async (): Promise<string | undefined> =>
		(await findByEmail({ ...invitation, context, itemIndex }))?.id;
	const request = {
		vacancyId: vacancy.id,
		candidate,
		atsParameters,
		isRepeatable: returnMagicLink,
		...(canBeFound ? { findId } : {}),
	};
	try {
		return await createApplication(context, itemIndex, request);
	} catch (error) {
		const { phoneNumber, ...withoutPhone } = candidate;
		if (phoneNumber === undefined || getHttpCode(error) !== '400')
			throw toNodeError(context.getNode(), error);
		return await createApplication(context, itemIndex, { ...request, candidate: withoutPhone });
	}
}

function getHttpCode(error: unknown): string {
	return error instanceof NodeApiError ? (error.httpCode ?? '') : '';
}
