import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';

import { withLock } from '../../../shared/http/withLock';
import { toText } from '../../../shared/node/parameters';
import { path } from '../../../shared/http/path';
import { profileRecords } from '../../profile/records';
import { leverRequest } from '../../transport/request';

interface Feedback {
	opportunityId: string;
	/** The body as Lever takes it: `baseTemplateId`, `fieldValues`, … */
	form: IDataObject;
	performAs: string;
	skipSame: boolean;
	itemIndex: number;
}

/**
 * Gives feedback, unless the same is there and is to be skipped, and gives it with `created`. Forms of one user for one
 * profile go one after another in this process, so that two at the same instant see each other. Throws NodeApiError.
 */
export async function giveFeedback(
	context: IExecuteFunctions,
	feedback: Feedback,
): Promise<IDataObject> {
	const { opportunityId, form, performAs, skipSame, itemIndex } = feedback;
	return await withLock(`feedback ${opportunityId} ${performAs}`, async () => {
		const earlier = await sameFeedback(context, feedback);
		const [existing] = earlier;
		if (skipSame && existing) return { ...existing, created: false };

		const idsBefore = new Set(earlier.map(({ id }) => id));
		const answered = await leverRequest(context, {
			method: 'POST',
			path: path`/opportunities/${opportunityId}/feedback`,
			query: { perform_as: performAs },
			body: form,
			findExisting: async () =>
				(await sameFeedback(context, feedback)).find(({ id }) => !idsBefore.has(id)),
			description: `give feedback on the opportunity ${opportunityId}`,
			hint: 'Values for fields with choices must be spelled as the choices are.',
			itemIndex,
		});
		return { ...answered, opportunityId, created: true };
	});
}

/** What the same user has given on the same template for the same interview, and not deleted. */
async function sameFeedback(
	context: IExecuteFunctions,
	{ opportunityId, form, performAs, itemIndex }: Feedback,
): Promise<IDataObject[]> {
	const all = await profileRecords(context, { kind: 'feedback', opportunityId, itemIndex });
	return all.filter(
		({ baseTemplateId, user, interview, deletedAt }) =>
			baseTemplateId === form.baseTemplateId &&
			user === performAs &&
			toText(interview) === toText(form.interview) &&
			!deletedAt,
	);
}
