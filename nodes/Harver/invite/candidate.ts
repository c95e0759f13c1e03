import { toText } from '../../shared/node/parameters';
import { certainPhone, firstValidEmail } from './contactDetails';
import { splitName } from './personName';

/** The candidate as the invitation carries it (docs/harver-api.md, Inviting). */
export interface Candidate {
	emailAddress: string;
	firstName: string;
	lastName: string;
	phoneNumber?: string;
	language?: string;
}

/** What the user gives in the node in place of what the opportunity says. */
export interface GivenDetails {
	email?: string;
	firstName?: string;
	lastName?: string;
	phone?: string;
	language?: string;
}

/** Why somebody cannot be invited for who they are. */
export type CandidateProblem = 'anonymized' | 'noEmail' | 'noName';

/**
 * The candidate of an opportunity item, with the details given in the node going first, or why there is none to invite.
 */
export function candidateOf(
	opportunity: Record<string, unknown>,
	given: GivenDetails,
): Candidate | CandidateProblem {
	if (opportunity.isAnonymized === true) return 'anonymized';
	const emailAddress =
		given.email === undefined ? firstValidEmail(opportunity.emails) : firstValidEmail(given.email);
	if (emailAddress === undefined) return 'noEmail';
	const name = splitName(toText(opportunity.name));
	const firstName = given.firstName ?? name?.firstName;
	const lastName = given.lastName ?? name?.lastName;
	if (firstName === undefined || lastName === undefined) return 'noName';
	const phoneNumber = certainPhone(given.phone ?? opportunity.phones);
	return {
		emailAddress,
		firstName,
		lastName,
		...(phoneNumber === undefined ? {} : { phoneNumber }),
		...(given.language === undefined ? {} : { language: given.language }),
	};
}
