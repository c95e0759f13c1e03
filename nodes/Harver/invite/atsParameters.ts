import { asText } from '../../shared/parameters';

/** Harver's limits for the ATS parameters of an invitation (contract harver, `POST vacancies/{vacancyId}/applications`). */
const MOST_PARAMETERS = 20;
const LONGEST_VALUE = 512;
const KEY = /^[A-Za-z0-9_-]+$/u;

/** The parameter that carries the opportunity; one of the few that Harver lets applications be found by. */
export const OPPORTUNITY_PARAMETER = 'candidate_id';

/**
 * The parameters that let results find their way back to Lever: opportunity, contact, application and posting of the item.
 */
export function leverParameters(opportunity: Record<string, unknown>): Record<string, string> {
	const application = recordOf(Array.isArray(opportunity.applications) ? opportunity.applications[0] : undefined);
	const posting = recordOf(opportunity.posting);
	const all = {
		[OPPORTUNITY_PARAMETER]: asText(opportunity.id),
		lever_opportunity_id: asText(opportunity.id),
		lever_contact_id: asText(opportunity.contact) || asText(recordOf(opportunity.contact).id),
		lever_application_id: asText(application.id) || asText(Array.isArray(opportunity.applications) ? opportunity.applications[0] : ''),
		lever_posting_id: asText(posting.id) || asText(application.posting) || asText(recordOf(application.posting).id),
	};
	return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== ''));
}

/** What is wrong with parameters by Harver's limits, in one sentence, or `undefined`. */
export function problemWithParameters(parameters: Record<string, string>): string | undefined {
	const entries = Object.entries(parameters);
	if (entries.length > MOST_PARAMETERS) return `There are ${entries.length.toString()} ATS parameters; Harver takes ${MOST_PARAMETERS.toString()} at most, of which up to 5 carry the Lever IDs.`;
	const badKey = entries.find(([key]) => !KEY.test(key));
	if (badKey) return `The ATS parameter "${badKey[0]}" has a name that Harver does not take: use letters, digits, "-" and "_".`;
	const long = entries.find(([, value]) => value.length > LONGEST_VALUE);
	return long ? `The value of the ATS parameter "${long[0]}" is longer than ${LONGEST_VALUE.toString()} characters.` : undefined;
}

function recordOf(value: unknown): Record<string, unknown> {
	return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}
