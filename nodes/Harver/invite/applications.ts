import type { IExecuteFunctions } from 'n8n-workflow';
import { NodeApiError } from 'n8n-workflow';

import { toText } from '../../shared/node/parameters';
import { toNodeError } from '../../shared/http/toNodeError';
import { path } from '../../shared/http/path';
import { findApplications, type FoundApplication } from '../application/findApplications';
import { harverRecord } from '../transport/request';
import { OPPORTUNITY_PARAMETER } from './atsParameters';
import type { Candidate } from './candidate';
import type { Vacancy } from './vacancyChoice';

/**
 * The applications that earlier invitations of an opportunity led to, found by the id of the opportunity that they carried:
 * the candidate's e-mail address may have been corrected since (docs/harver-api.md, Finding applications). Throws NodeApiError.
 */
export async function applicationsOfOpportunity(
	context: IExecuteFunctions,
	itemIndex: number,
	accountId: string,
	opportunityId: string,
): Promise<FoundApplication[]> {
	try {
		const atsParameters = { [OPPORTUNITY_PARAMETER]: opportunityId };
		return await findApplications(
			context,
			itemIndex,
			accountId,
			{ atsParameters },
			`look for the applications of the opportunity ${opportunityId}`,
		);
	} catch (error) {
		// Which ATS parameters applications can be found by differs between Harver's document and its guide.
		if (error instanceof NodeApiError && error.httpCode === '400') return [];
		throw toNodeError(context.getNode(), error);
	}
}

/** The application of an e-mail address in a vacancy, or `undefined` (docs/harver-api.md, Finding applications). Throws NodeApiError. */
export async function applicationByEmail(
	context: IExecuteFunctions,
	itemIndex: number,
	accountId: string,
	{ vacancyId, emailAddress }: { vacancyId: string; emailAddress: string },
): Promise<string | undefined> {
	const description = `look for the candidate's application in the vacancy ${vacancyId}`;
	const found = await findApplications(
		context,
		itemIndex,
		accountId,
		{ vacancyId, emailAddress },
		description,
	);
	return applicationIn(found, vacancyId)?.id;
}

/** The application in a vacancy among those found; one of which Harver does not tell the vacancy counts. */
export function applicationIn(
	found: FoundApplication[],
	vacancyId: string,
): FoundApplication | undefined {
	return found.find((application) => [vacancyId, null].includes(application.vacancyId));
}

/**
 * Invites a candidate to a vacancy (docs/harver-api.md, Inviting). When Harver fails without
 * saying whether it did, the application is looked for before the invitation is sent again; without `findAgain` it is sent
 * again at once: the same e-mail address is the same application. Throws NodeApiError.
 */
export async function createApplication(
	context: IExecuteFunctions,
	itemIndex: number,
	vacancy: Vacancy,
	candidate: Candidate,
	parameters: Record<string, string>,
	findAgain?: () => Promise<string | undefined>,
): Promise<{ applicationId: string; magicLink: string; completed: boolean }> {
	const answered = await harverRecord(context, {
		method: 'POST',
		path: path`/vacancies/${vacancy.id}/applications`,
		body: {
			data: {
				type: 'applications',
				attributes: parameters,
				relationships: {
					candidate: { data: { type: 'candidates', attributes: { ...candidate } } },
				},
			},
		},
		idempotent: true,
		findExisting: async () => {
			const applicationId = await findAgain?.();
			return applicationId === undefined ? undefined : { data: { applicationId } };
		},
		names: [candidate.firstName, candidate.lastName],
		description: `invite the candidate to the vacancy ${vacancy.id}`,
		itemIndex,
	});
	return {
		applicationId: toText(answered.applicationId) || toText(answered.id),
		magicLink: toText(answered.magicLink),
		completed: answered.currentStatus === 'new',
	};
}
