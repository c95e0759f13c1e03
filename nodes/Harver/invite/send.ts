import { NodeApiError } from 'n8n-workflow';

import { toNodeError } from '../../shared/http/toNodeError';
import { doubtVacancies } from './accountVacancies';
import { createApplication } from './applications';
import type { Attempt } from './invitation';
import { notInvited, standing, type InviteResult } from './outcome';

/** What Harver answers to an invitation that it does not take. */
const REFUSED = ['400', '409', '422'];

/**
 * Sends an invitation and remembers it, also when nobody knows whether it was taken. `isFirst` says that the person has no
 * application yet; then it is looked for when Harver fails without saying whether it invited. Throws NodeApiError.
 */
export async function send(
	{ context, itemIndex, vacancy, invitation, find, memory }: Attempt,
	isFirst: boolean,
): Promise<InviteResult> {
	const { candidate, opportunityId, withMagicLink } = invitation;
	const sent = {
		emailAddress: candidate.emailAddress,
		opportunityId,
		sentBy: context.getExecutionId(),
	};
	try {
		// Whoever sends the link needs it: an application without one is not an invitation yet.
		const answered = await createApplication(
			context,
			itemIndex,
			vacancy,
			candidate,
			invitation.parameters,
			isFirst && !withMagicLink ? find.byEmail : undefined,
		);
		const { applicationId, magicLink, completed } = answered;
		memory.remember({
			...sent,
			...(applicationId === '' ? {} : { applicationId }),
			isFirst: isFirst && !completed,
		});
		const result = standing(
			completed ? 'alreadyCompleted' : 'invited',
			vacancy,
			applicationId,
			opportunityId,
		);
		return withMagicLink && magicLink !== '' ? { ...result, magicLink } : result;
	} catch (error) {
		const code = error instanceof NodeApiError ? (error.httpCode ?? '') : '';
		if (!/^4(?!08|29)/u.test(code)) memory.remember(sent);
		if ([...REFUSED, '404'].includes(code)) doubtVacancies();
		if (!(error instanceof NodeApiError) || !REFUSED.includes(code))
			throw toNodeError(context.getNode(), error);
		const said = error.message.replace(/^[^:]*:?\s*/u, '');
		return notInvited('refusedByHarver', opportunityId, said, vacancy);
	}
}
