import type { IDataObject, IExecuteFunctions, JsonObject } from 'n8n-workflow';
import { NodeApiError } from 'n8n-workflow';

import { asText } from '../../shared/parameters';
import { path } from '../../shared/path';
import { harverList, harverRecord } from '../transport/request';
import { OPPORTUNITY_PARAMETER } from './atsParameters';
import type { Candidate } from './candidate';
import type { Vacancy } from './vacancyChoice';

/** Statuses of an application whose candidate has not finished (contract harver, Meaning). */
const UNFINISHED = new Set(['in-progress', 'invited', '']);

/**
 * The application of a candidate in a vacancy, found by e-mail address, else by the opportunity that an earlier invitation
 * carried (the address may have been corrected since); `undefined` when there is none (contract harver, `GET applications`).
 * Throws NodeApiError.
 */
export async function findApplication(
	context: IExecuteFunctions,
	itemIndex: number,
	about: { vacancy: Vacancy; emailAddress: string; accountId: string; opportunityId: string | null },
): Promise<string | undefined> {
	const { vacancy, emailAddress, accountId, opportunityId } = about;
	const find = async (query: Record<string, string>): Promise<string | undefined> => {
		const found = await harverList(context, {
			method: 'GET',
			path: '/applications',
			query,
			task: `look for the candidate's application in the vacancy ${vacancy.id}`,
			accept404: true,
			itemIndex,
		});
		return asText(found.find((application) => [vacancy.id, undefined].includes(vacancyIdOf(application)))?.id) || undefined;
	};
	const byEmail = await find({ 'filter[applicationMeta][vacancy]': vacancy.id, 'filter[applicationMeta][email]': emailAddress });
	if (byEmail !== undefined || opportunityId === null) return byEmail;
	try {
		return await find({ accountId, [`filter[atsParameters][${OPPORTUNITY_PARAMETER}]`]: opportunityId });
	} catch (error) {
		// Which ATS parameters applications can be found by differs between Harver's document and its guide.
		if (error instanceof NodeApiError && error.httpCode === '400') return undefined;
		throw new NodeApiError(context.getNode(), error as JsonObject);
	}
}

/** Whether the candidate has finished the application. Throws NodeApiError. */
export async function isCompleted(context: IExecuteFunctions, itemIndex: number, applicationId: string): Promise<boolean> {
	const application = await harverRecord(context, {
		method: 'GET',
		path: path`/applications/${applicationId}`,
		task: `read the application ${applicationId}`,
		itemIndex,
	});
	const { status, completedAt } = (application.attributes ?? {}) as IDataObject;
	return Boolean(completedAt) || !UNFINISHED.has(asText(status));
}

/**
 * Invites a candidate to a vacancy (contract harver, `POST vacancies/{vacancyId}/applications`). When Harver fails without
 * saying whether it did, the application is looked for before the invitation is sent again. Throws NodeApiError.
 */
export async function createApplication(
	context: IExecuteFunctions,
	itemIndex: number,
	vacancy: Vacancy,
	candidate: Candidate,
	parameters: Record<string, string>,
	findAgain: () => Promise<string | undefined>,
): Promise<{ applicationId: string; magicLink: string; completed: boolean }> {
	const answered = await harverRecord(context, {
		method: 'POST',
		path: path`/vacancies/${vacancy.id}/applications`,
		body: {
			data: {
				type: 'applications',
				attributes: parameters,
				relationships: { candidate: { data: { type: 'candidates', attributes: { ...candidate } } } },
			},
		},
		findEffect: async () => {
			const applicationId = await findAgain();
			return applicationId === undefined ? undefined : { data: { applicationId } };
		},
		task: `invite the candidate to the vacancy ${vacancy.id}`,
		itemIndex,
	});
	return {
		applicationId: asText(answered.applicationId) || asText(answered.id),
		magicLink: asText(answered.magicLink),
		completed: answered.currentStatus === 'new',
	};
}

function vacancyIdOf(application: IDataObject): string | undefined {
	const { vacancyId } = (application.attributes ?? {}) as IDataObject;
	return asText(application.vacancyId ?? vacancyId) || undefined;
}
