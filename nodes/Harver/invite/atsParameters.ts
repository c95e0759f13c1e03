import { toText } from '../../shared/node/parameters';
import { redact } from '../../shared/http/redact';
import { asObject } from '../../shared/object';

/** Harver's limits for the ATS parameters of an invitation (docs/harver-api.md, Inviting). */
const MOST_PARAMETERS = 20;
const LONGEST_VALUE = 512;
const KEY = /^[A-Za-z0-9_-]+$/u;

/** The parameter that carries the opportunity; one of the few that Harver lets applications be found by. */
export const OPPORTUNITY_PARAMETER = 'candidate_id';

/** The parameters that carry the ids of Lever, by what they are the id of. */
const LEVER_PARAMETERS = {
	opportunityId: 'lever_opportunity_id',
	contactId: 'lever_contact_id',
	applicationId: 'lever_application_id',
	postingId: 'lever_posting_id',
} as const;

/** What an application in Harver belongs to in Lever; `null` for what it does not say. */
export type LeverIds = Record<keyof typeof LEVER_PARAMETERS, string | null>;

/**
 * The parameters that let results find their way back to Lever: opportunity, contact, application and posting of the item.
 */
export function leverParameters(opportunity: Record<string, unknown>): Record<string, string> {
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

/** The ids of Lever that the ATS parameters of an application carry: the way back of `leverParameters`. */
export function leverIdsIn(parameters: Record<string, unknown>): LeverIds {
	const idIn = (name: string): string | null => toText(parameters[name]) || null;
	const { opportunityId, contactId, applicationId, postingId } = LEVER_PARAMETERS;
	return {
		opportunityId: idIn(opportunityId),
		contactId: idIn(contactId),
		applicationId: idIn(applicationId),
		postingId: idIn(postingId),
	};
}

/** What is wrong with parameters by Harver's limits, in one sentence, or `undefined`. Values may be longer at an invitation than later. */
export function problemWithParameters(
	parameters: Record<string, string>,
	longestValue = LONGEST_VALUE,
): string | undefined {
	const entries = Object.entries(parameters);
	if (entries.length > MOST_PARAMETERS)
		return `There are ${entries.length.toString()} ATS parameters, counting those for the Lever IDs and those already there; Harver takes ${MOST_PARAMETERS.toString()} at most.`;
	const badKey = entries.find(([key]) => !KEY.test(key));
	if (badKey)
		return `The ATS parameter "${redact(badKey[0])}" has a name that Harver does not take: use letters, digits, "-" and "_".`;
	const long = entries.find(([, value]) => value.length > longestValue);
	return long
		? `The value of the ATS parameter "${long[0]}" is longer than ${longestValue.toString()} characters.`
		: undefined;
}
