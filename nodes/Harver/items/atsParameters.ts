import { toText } from '../../shared/node/parameters';
import { redact } from '../../shared/http/redact';
import { asObject } from '../../shared/object';

/** Harver's limits for the ATS parameters of an invitation (docs/harver-api.md, Inviting). */
const MAX_PARAMETERS = 20;
const MAX_VALUE_LENGTH = 512;
const KEY = /^[A-Za-z0-9_-]+$/u;

/** The parameter that carries the opportunity's ID: applications can be searched by it, and Harver's document promises that it comes back. */
export const OPPORTUNITY_PARAMETER = 'candidate_id';

/** The parameters that carry the ids of Lever, by what they are the id of. */
const LEVER_PARAMETERS = {
	opportunityId: 'lever_opportunity_id',
	contactId: 'lever_contact_id',
	applicationId: 'lever_application_id',
	postingId: 'lever_posting_id',
} as const;

/** What an application in Harver belongs to in Lever; `null` where it does not say. */
export type LeverIds = Record<keyof typeof LEVER_PARAMETERS, string | null>;

/** Opportunities have such IDs; an application that another system created may carry its own ID in the same parameter. */
const LEVER_ID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/iu;

/** Builds the parameters that lead results back to Lever: the IDs of the opportunity, contact, application and posting. */
export function buildLeverParameters(opportunity: Record<string, unknown>): Record<string, string> {
	const firstApplication: unknown = Array.isArray(opportunity.applications)
		? opportunity.applications[0]
		: undefined;
	const application = asObject(firstApplication);
	const opportunityId = toText(opportunity.id);
	const all = {
		[OPPORTUNITY_PARAMETER]: opportunityId,
		[LEVER_PARAMETERS.opportunityId]: opportunityId,
		[LEVER_PARAMETERS.contactId]:
			toText(opportunity.contact) || toText(asObject(opportunity.contact).id),
		[LEVER_PARAMETERS.applicationId]: toText(application.id) || toText(firstApplication),
		[LEVER_PARAMETERS.postingId]:
			toText(asObject(opportunity.posting).id) ||
			toText(application.posting) ||
			toText(asObject(application.posting).id),
	};
	return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== ''));
}

/**
 * Returns the Lever IDs that the ATS parameters of an application carry. Harver may return no parameters but the documented
 * ones (docs/harver-api.md, ATS parameters): the opportunity's ID is then read from `candidate_id`.
 */
export function getLeverIds(parameters: Record<string, unknown>): LeverIds {
	const getId = (name: string): string | null => toText(parameters[name]) || null;
	const { opportunityId, contactId, applicationId, postingId } = LEVER_PARAMETERS;
	const candidateId = getId(OPPORTUNITY_PARAMETER) ?? getId('candidateId') ?? '';
	return {
		opportunityId: getId(opportunityId) ?? (LEVER_ID.test(candidateId) ? candidateId : null),
		contactId: getId(contactId),
		applicationId: getId(applicationId),
		postingId: getId(postingId),
	};
}

/** Returns what is wrong with parameters by Harver's limits, in one sentence, or `undefined`. Values may be longer in an invitation than later. */
export function findParameterProblem(
	parameters: Record<string, string>,
	maxValueLength = MAX_VALUE_LENGTH,
): string | undefined {
	const entries = Object.entries(parameters);
	if (entries.length > MAX_PARAMETERS)
		return `There are ${entries.length.toString()} ATS parameters, including the Lever IDs and existing ones; Harver accepts up to ${MAX_PARAMETERS.toString()}.`;
	const badKey = entries.find(([key]) => !KEY.test(key));
	if (badKey)
		return `The ATS parameter "${redact(badKey[0])}" has a name that Harver does not accept. Use letters, digits, "-" and "_".`;
	const long = entries.find(([, value]) => value.length > maxValueLength);
	return long
		? `The value of the ATS parameter "${long[0]}" is longer than ${maxValueLength.toString()} characters.`
		: undefined;
}
