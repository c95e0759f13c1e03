/** What the simulated Harver keeps; the names are those of its API. */
export type VacancyStatus = 'draft' | 'open' | 'closed';

export interface Vacancy {
	id: string;
	accountId: string;
	name: string;
	status: VacancyStatus;
	/** Decides who sends the invitation (docs/harver-api.md, Inviting). */
	loginStrategy: 'ATS First' | 'ATS Only' | 'Harver First';
	canReapply: boolean;
	createdAt: number;
}

export interface Candidate {
	id: string;
	emailAddress: string;
	firstName: string;
	lastName: string;
	phoneNumber?: string | undefined;
	language?: string | undefined;
}

export interface Application {
	id: string;
	vacancyId: string;
	candidate: Candidate;
	status: string;
	matchingScore: number | null;
	atsParameters: Record<string, string>;
	notes: { id: string; body: string; author: string; createdAt: number; modifiedAt: number }[];
	appliedAt: number;
	/** When the candidate started the assessment. */
	startedAt: number | null;
	completedAt: number | null;
	statusUpdatedAt: number;
}

/** An invitation that Harver sent by e-mail. */
export interface InvitationEmail {
	id: string;
	to: string;
	subject: string;
	vacancyName: string;
	applicationId: string;
	sentAt: number;
	magicLink: string;
}

/** An e-mail that Harver sent with a change of status. */
export interface StatusEmail {
	id: string;
	to: string;
	subject: string;
	text: string;
	applicationId: string;
	sentAt: number;
}

/** An event that Harver reports to its webhook; `completed` goes by two names (docs/harver-api.md, Webhooks). */
export interface HarverEvent {
	event: 'ApplicationStarted' | 'PersonalInfoWasCreated' | 'AdditionalInfoWasUpdated' | 'completed';
	applicationId: string;
	status: string;
}
