import type { IExecuteFunctions } from 'n8n-workflow';

import type { FoundApplication } from '../application/findApplications';
import type { Candidate } from './candidate';
import type { Memory } from './Memory';
import type { Vacancy } from './vacancyChoice';

/** Whom to ask Harver about before inviting: each one, many with one list of the vacancy, or only who may have been invited. */
export type LookUp = 'each' | 'together' | 'inDoubt';

/** Who is invited, on whose behalf, and how. */
export interface Invitation {
	accountId: string;
	candidate: Candidate;
	opportunityId: string | null;
	/** Milliseconds; nobody was invited for the opportunity before. */
	opportunityCreatedAt: number | undefined;
	parameters: Record<string, string>;
	/** Send another invitation to a candidate who has one and has not finished. */
	reInvite: boolean;
	lookUp: LookUp;
	/** Give the magic link, which is a login. */
	withMagicLink: boolean;
}

/** The two requests by which one person's application is found. */
export interface Finding {
	byEmail: () => Promise<string | undefined>;
	/** The applications that carry the opportunity's id. */
	ofOpportunity: () => Promise<FoundApplication[]>;
}

/** An invitation to one vacancy on its way, with what it asks and remembers. */
export interface Attempt {
	context: IExecuteFunctions;
	itemIndex: number;
	vacancy: Vacancy;
	invitation: Invitation;
	find: Finding;
	memory: Memory;
}
