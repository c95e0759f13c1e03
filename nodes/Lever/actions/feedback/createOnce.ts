import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';

import { hasId } from '../../../shared/http/responseBody';
import { withLock } from '../../../shared/http/withLock';
import { toText } from '../../../shared/node/parameters';
import { path } from '../../../shared/http/path';
import { getOpportunityRecords } from '../../opportunityRecords/records';
import { leverRequest } from '../../transport/request';

interface NewFeedback {
	opportunityId: string;
	/** The body as Lever takes it: `baseTemplateId`, `fieldValues`, … */
	form: IDataObject;
	performAs: string;
	skipExisting: boolean;
	itemIndex: number;
}

/**
 * Creates a feedback form (docs/lever-api.md, Feedback) and returns it with `created: true`, or the same user's existing one
 * with `created: false` when that is to be skipped. Concurrent forms of one user for one opportunity wait for each other, so
 * that they find each other. Throws NodeApiError.
 */
export async function createFeedbackOnce(
	context: IExecuteFunctions,
	feedback: NewFeedback,
): Promise<IDataObject> {
	const { opportunityId, form, performAs, skipExisting, itemIndex } = feedback;
	return await withLock(`feedback ${opportunityId} ${performAs}`, async () => {
		const existingForms = await findFeedback(context, feedback);
		const [existing] = existingForms;
		if (skipExisting && existing) return { ...existing, created: false };

		const existingIds = new Set(existingForms.map(({ id }) => id));
		const created = await leverRequest(context, {
			method: 'POST',
			path: path`/opportunities/${opportunityId}/feedback`,
			query: { perform_as: performAs },
			body: form,
			isComplete: hasId,
			findExisting: async () =>
				(await findFeedback(context, feedback)).find(({ id }) => !existingIds.has(id)),
			description: `create feedback on the opportunity ${opportunityId}`,
			hint: 'For a field with choices, the value must match one of the choices exactly.',
			itemIndex,
		});
		return { ...created, opportunityId, created: true };
	});
}

/** The same user's feedback on the same template and interview that is not deleted. */
async function findFeedback(
	context: IExecuteFunctions,
	{ opportunityId, form, performAs, itemIndex }: NewFeedback,
): Promise<IDataObject[]> {
	const all = await getOpportunityRecords(context, { kind: 'feedback', opportunityId, itemIndex });
	return all.filter(
		({ baseTemplateId, user, interview, deletedAt }) =>
			baseTemplateId === form.baseTemplateId &&
			user === performAs &&
			toText(interview) === toText(form.interview) &&
			!deletedAt,
	);
}
