import { NodeApiError } from 'n8n-workflow';

import { path } from '../../shared/http/path';
import { toNodeError } from '../../shared/http/toNodeError';
import { toText } from '../../shared/node/parameters';
import { invalidateStaleVacancies } from '../requests/vacancyCatalog';
import { harverRecord } from '../transport/request';
import type { Candidate } from './candidate';
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
		const { applicationId, magicLink, isCompleted } = await create(invitation, existing);
		remember(invitation, applicationId);
		const outcome = isCompleted ? 'alreadyCompleted' : 'invited';
		const result = buildInvited(outcome, vacancy, applicationId, opportunityId);
		return returnMagicLink && magicLink !== '' ? { ...result, magicLink } : result;
	} catch (error) {
		const code = getHttpCode(error);
		if (!/^4(?!08|29)/u.test(code)) remember(invitation, undefined);
		if ([...REFUSED, '404'].includes(code)) invalidateStaleVacancies();
		const failure = toNodeError(context.getNode(), error);
		if (!REFUSED.includes(code)) throw failure;
		const words = failure.message.replace(/^[^:]*:?\s*/u, '');
		return buildNotInvited('refusedByHarver', opportunityId, words, vacancy);
	}
}

interface CreatedApplication {
	applicationId: string;
	magicLink: string;
	isCompleted: boolean;
}

/** A phone number is optional, so one that Harver does not take is no reason to invite nobody. */
async function create(
	invitation: InvitationContext,
	existing: ExistingApplication | undefined,
): Promise<CreatedApplication> {
	const { phoneNumber, ...withoutPhone } = invitation.candidate;
	try {
		return await createApplication(invitation, invitation.candidate, existing);
	} catch (error) {
		if (phoneNumber === undefined || getHttpCode(error) !== '400')
			throw toNodeError(invitation.context.getNode(), error);
		return await createApplication(invitation, withoutPhone, existing);
	}
}

/**
 * Creates the application (docs/harver-api.md, Inviting). When the response is lost or names no application, it is looked
 * for; the magic link is in the response only, and the same e-mail address leads to the same application, so with it the
 * invitation is sent again. Whether another invitation to an existing application was sent cannot be found out.
 */
async function createApplication(
	invitation: InvitationContext,
	candidate: Candidate,
	existing: ExistingApplication | undefined,
): Promise<CreatedApplication> {
	const { context, itemIndex, vacancy, atsParameters, returnMagicLink } = invitation;
	const findId = async (): Promise<string | undefined> => (await findByEmail(invitation))?.id;
	const canBeFound = !returnMagicLink && existing?.hasSameEmail !== true;
	const created = await harverRecord(context, {
		method: 'POST',
		path: path`/vacancies/${vacancy.id}/applications`,
		body: {
			data: {
				type: 'applications',
				attributes: atsParameters,
				relationships: {
					candidate: { data: { type: 'candidates', attributes: { ...candidate } } },
				},
			},
		},
		idempotent: returnMagicLink || canBeFound,
		...(canBeFound
			? {
					findExisting: async () => {
						const applicationId = await findId();
						return applicationId === undefined ? undefined : { data: { applicationId } };
					},
				}
			: {}),
		names: [candidate.firstName, candidate.lastName],
		description: `invite the candidate to the vacancy ${vacancy.id}`,
		itemIndex,
	});
	const applicationId = toText(created.applicationId) || toText(created.id) || (await findId());
	if (applicationId === undefined)
		throw new NodeApiError(
			context.getNode(),
			{},
			{
				message: `Harver accepted the invitation to the vacancy ${vacancy.id}, but has no application`,
				description: 'Run it again. If that does not help, check the vacancy in Harver.',
				itemIndex,
			},
		);
	return {
		applicationId,
		magicLink: toText(created.magicLink),
		isCompleted: created.currentStatus === 'new',
	};
}

function remember(
	{ context, scope, emailAddress, opportunityId }: InvitationContext,
	applicationId: string | undefined,
): void {
	const executionId = context.getExecutionId();
	const sentAt = performance.now();
	rememberInvitation({ scope, emailAddress, opportunityId, executionId, applicationId, sentAt });
}

function getHttpCode(error: unknown): string {
	return error instanceof NodeApiError ? (error.httpCode ?? '') : '';
}
