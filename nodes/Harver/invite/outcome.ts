import type { CandidateProblem } from './candidate';
import type { Vacancy, VacancyProblem } from './vacancyChoice';

/** Why a candidate was not invited, as a code that a workflow can branch on. */
export type Reason =
	CandidateProblem | VacancyProblem | 'archived' | 'noVacancyTag' | 'refusedByHarver';

/** What became of one invitation: the item that leaves the node. */
export interface InviteResult {
	outcome: 'invited' | 'alreadyInvited' | 'alreadyCompleted' | 'notInvited';
	reason?: Reason;
	/** The outcome in one sentence for the recruiter. Holds no personal data. */
	explanation: string;
	vacancy: Vacancy | null;
	applicationId: string | null;
	opportunityId: string | null;
	magicLink?: string;
}

const SENTENCES: Record<Reason, (wish: string) => string> = {
	anonymized: () => 'The candidate has been anonymized in Lever.',
	archived: () => 'The opportunity is archived in Lever.',
	noEmail: () =>
		'The profile has no valid e-mail address. Add one, then move the candidate out of the stage and back.',
	noName: () =>
		'The profile has no name. Add one, then move the candidate out of the stage and back.',
	noVacancyTag: () =>
		'No tag on the candidate or the posting says which Harver vacancy is meant. Add the vacancy tag to the posting or the candidate.',
	refusedByHarver: (said) => `Harver refused the invitation${said === '' ? '.' : `: ${said}`}`,
	vacancyAmbiguous: (wish) =>
		`Several open Harver vacancies are called "${wish}". Rename them, or use the ID of the vacancy in the tag.`,
	vacancyClosed: (wish) => `The Harver vacancy "${wish}" is closed.`,
	vacancyDraft: (wish) => `The Harver vacancy "${wish}" is still a draft: open it in Harver.`,
	vacancyNotFound: (wish) =>
		`Harver has no vacancy "${wish}". Check the spelling of the vacancy tag.`,
};

/** The result of an invitation that was not sent. `about` is the vacancy that was wished for, or what Harver said. */
export function notInvited(
	reason: Reason,
	opportunityId: string | null,
	about = '',
	vacancy: Vacancy | null = null,
): InviteResult {
	return {
		outcome: 'notInvited',
		reason,
		explanation: SENTENCES[reason](about),
		vacancy,
		applicationId: null,
		opportunityId,
	};
}

/** The result of an invitation that stands in Harver, now or from before. */
export function standing(
	outcome: 'invited' | 'alreadyInvited' | 'alreadyCompleted',
	vacancy: Vacancy,
	applicationId: string,
	opportunityId: string | null,
): InviteResult {
	const sentences = {
		invited: `Invited to the Harver assessment "${vacancy.name}".`,
		alreadyInvited: `Was invited to the Harver assessment "${vacancy.name}" before; no second invitation was sent.`,
		alreadyCompleted: `Has already completed the Harver assessment "${vacancy.name}".`,
	};
	return { outcome, explanation: sentences[outcome], vacancy, applicationId, opportunityId };
}
