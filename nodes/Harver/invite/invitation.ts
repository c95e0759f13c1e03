import type { IExecuteFunctions } from 'n8n-workflow';

import type { ApplicationState } from '../items/application';
import type { Candidate } from '../requests/createApplication';
import type { SearchHit } from '../requests/searchApplications';
import type { Vacancy } from '../requests/vacancyCatalog';

/** The candidate, the vacancy and the options of an invitation. */
export interface Invitation {
	accountId: string;
	vacancy: Vacancy;
	candidate: Candidate;
	opportunityId: string | null;
	/** Whether an earlier invitation of the opportunity may have led to one, perhaps with another email address. */
	mayHaveApplication: boolean;
	/** The applications that carry the opportunity's ID, as a search returns them. */
	searchByOpportunity: () => Promise<SearchHit[]>;
	atsParameters: Record<string, string>;
	/** Whether to send another invitation to a candidate who has one and has not completed it. */
	reInvite: boolean;
	/** Whether to return the magic link, which is a login. */
	returnMagicLink: boolean;
}

/** An invitation in progress. */
export interface InvitationContext extends Invitation {
	context: IExecuteFunctions;
	itemIndex: number;
	/** The vacancy with the Harver host, client and account it belongs to; what is remembered is remembered for it. */
	scope: string;
	/** In lower case, to recognize the candidate by. */
	emailAddress: string;
}

/** The application that a candidate already has in the vacancy. */
export interface ExistingApplication {
	id: string;
	state: ApplicationState;
	/** Whether it has the email address that is invited now. */
	hasSameEmail: boolean;
}
