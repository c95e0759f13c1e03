import type { Vacancy } from '../requests/vacancyCatalog';
import type { CandidateProblem } from './candidate';
import type { VacancyProblem } from './chooseVacancy';

/** Why a candidate was not invited, as a code that a workflow can branch on. */
export type Reason =
	CandidateProblem | VacancyProblem | 'archived' | 'noVacancyTag' | 'refusedByHarver';

/** The result of an invitation, as the output item. */
export interface InviteResult {
	outcome: 'invited' | 'alreadyInvited' | 'alreadyCompleted' | 'notInvited';
	reason?: Reason;
	/** The outcome in a sentence or two for the recruiter. Holds no personal data. */
	explanation: string;
	vacancy: Vacancy | null;
	applicationId: string | null;
	opportunityId: string | null;
	magicLink?: string;
}

/** Explains a reason. `about` is the vacancy's name, or what Harver said. */
const EXPLANATIONS: Record<Reason, (about: string) => string> = {
	anonymized: () => 'The candidate has been anonymized in Lever.',
	archived: () => 'The opportunity is archived in Lever.',
	noEmail: () =>
		'The profile has no valid email address. Add one, then move the candidate out of the stage and back.',
	noName: () =>
		'The profile has no name. Add one, then move the candidate out of the stage and back.',
	noVacancyTag: () =>
		'No tag on the candidate or the posting names a Harver vacancy. Add the vacancy tag to the posting or the candidate.',
	refusedByHarver: (words) => `Harver refused the invitation${words === '' ? '.' : `: ${words}`}`,
	vacancyAmbiguous: (vacancy) =>
		`Several open Harver vacancies are called "${vacancy}". Rename them, or use the vacancy ID in the tag.`,
	vacancyClosed: (vacancy) => `The Harver vacancy "${vacancy}" is closed.`,
	vacancyDraft: (vacancy) => `The Harver vacancy "${vacancy}" is still a draft. Open it in Harver.`,
	vacancyNotFound: (vacancy) =>
		`Harver has no vacancy "${vacancy}". Check the spelling of the vacancy tag.`,
};

/** Builds the result of an invitation that was not sent. `about` is the vacancy's name, or what Harver said. */
export function buildNotInvited(
	reason: Reason,
	opportunityId: string | null,
	about = '',
	vacancy: Vacancy | null = null,
): InviteResult {
	const explanation = EXPLANATIONS[reason](about);
	return {
		outcome: 'notInvited',
		reason,
		explanation,
		vacancy,
		applicationId: null,
		opportunityId,
	};
}

/** Builds the result for a candidate who has an application, created now or earlier. */
export function buildInvited(
	outcome: Exclude<InviteResult['outcome'], 'notInvited'>,
	vacancy: Vacancy,
	applicationId: string,
	opportunityId: string | null,
): InviteResult {
	const explanations = {
		invited: `Invited to the Harver assessment "${vacancy.name}".`,
		alreadyInvited: `Already invited to the Harver assessment "${vacancy.name}". No second invitation was sent.`,
		alreadyCompleted: `Already completed the Harver assessment "${vacancy.name}".`,
	};
	return { outcome, explanation: explanations[outcome], vacancy, applicationId, opportunityId };
}
