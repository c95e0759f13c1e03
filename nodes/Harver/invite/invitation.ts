import type { Candidate } from './candidate';

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
