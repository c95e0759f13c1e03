import type { Sandbox } from '../sandbox';
import type { Opportunity } from '../sandbox/lever/records';

const INVITED = 'Harver: Invited';
/** The note that confirms an invitation names the application. */
const NOTE = /\(Harver application [^)]+\)/u;

/** The state of candidates in both services, added up. */
export interface Outcome {
	candidates: number;
	applications: number;
	emails: number;
	tags: number;
	notes: number;
	/** Candidates that lack one of these, and that have more than one. */
	lost: number;
	doubled: number;
}

/** Reads the state of candidates from the sandbox. */
export function getOutcome({ lever, harver }: Sandbox, opportunities: Opportunity[]): Outcome {
	const each = opportunities.map((opportunity) => {
		const { emails } = lever.getContactFor(opportunity);
		return {
			applications: harver.applications.filter(({ candidate }) =>
				emails.includes(candidate.emailAddress),
			).length,
			mails: harver.emails.filter(({ to }) => emails.includes(to)).length,
			tags: opportunity.tags.filter((tag) => tag === INVITED).length,
			notes: opportunity.notes.filter(({ value }) => NOTE.test(value)).length,
		};
	});
	const sum = (count: (one: (typeof each)[number]) => number): number =>
		each.reduce((total, one) => total + count(one), 0);
	return {
		candidates: each.length,
		applications: sum(({ applications }) => applications),
		emails: sum(({ mails }) => mails),
		tags: sum(({ tags }) => tags),
		notes: sum(({ notes }) => notes),
		lost: each.filter((one) => Object.values(one).includes(0)).length,
		doubled: each.filter((one) => Object.values(one).some((count) => count > 1)).length,
	};
}

/** Formats an outcome in one line. */
export function formatOutcome({
	candidates,
	applications,
	emails,
	tags,
	notes,
	lost,
	doubled,
}: Outcome): string {
	const counted = {
		candidates,
		applications,
		'invitation e-mails': emails,
		'invited tags': tags,
		notes,
		lost,
		doubled,
	};
	return Object.entries(counted)
		.map(([what, count]) => `${count.toString()} ${what}`)
		.join(', ');
}
