import type { IExecuteFunctions } from 'n8n-workflow';

import { path } from '../../shared/http/path';
import { toText } from '../../shared/node/parameters';
import { harverRecord } from '../transport/request';

/** The candidate as an invitation carries it (docs/harver-api.md, Inviting). */
export interface Candidate {
	emailAddress: string;
	firstName: string;
	lastName: string;
	/** In E.164. */
	phoneNumber?: string;
	/** One of Harver's locales. */
	language?: string;
}

export interface CreatedApplication {
	/** '' when Harver returns only the magic link. */
	applicationId: string;
	magicLink: string;
	isCompleted: boolean;
}

/**
 * Invites a candidate to a vacancy (docs/harver-api.md, Inviting). When the response is lost or holds neither an ID nor a magic
 * link, `findId` looks for the application, and the invitation is sent again if there is none; without `findId` it is sent
 * again if it `isRepeatable`. Throws NodeApiError.
 */
export async function createApplication(
	context: IExecuteFunctions,
	itemIndex: number,
	invitation: {
		vacancyId: string;
		candidate: Candidate;
		atsParameters: Record<string, string>;
		isRepeatable: boolean;
		findId?: () => Promise<string | undefined>;
	},
): Promise<CreatedApplication> {
	const { vacancyId, candidate, atsParameters, isRepeatable, findId } = invitation;
	const findExisting = async (): Promise<unknown> => {
		const applicationId = await findId?.();
		return applicationId === undefined ? undefined : { data: { applicationId } };
	};
	const created = await harverRecord(context, {
		method: 'POST',
		path: path`/vacancies/${vacancyId}/applications`,
		body: {
			data: {
				type: 'applications',
				attributes: atsParameters,
				relationships: {
					candidate: { data: { type: 'candidates', attributes: { ...candidate } } },
				},
			},
		},
		idempotent: isRepeatable,
		isComplete: ({ applicationId, id, magicLink }) =>
			[applicationId, id, magicLink].some((value) => toText(value) !== ''),
		...(findId ? { findExisting } : {}),
		names: [candidate.firstName, candidate.lastName],
		description: `invite the candidate to the vacancy ${vacancyId}`,
		itemIndex,
	});
	return {
		applicationId: toText(created.applicationId) || toText(created.id),
		magicLink: toText(created.magicLink),
		isCompleted: created.currentStatus === 'new',
	};
}
