import type { Sandbox } from '../sandbox';
import type { Opportunity } from '../sandbox/lever/records';

const INVITED = 'Harver: Invited';
/** The comment that confirms an invitation names the application. */
const COMMENT = /\(Harver application [^)]+\)/u;

/** What candidates have come to in both services, added up. */
export interface Outcome {
	candidates: number;
	applications: number;
	emails: number;
	tags: number;
	comments: number;
	/** Candidates with none of one of these, and with more than one. */
	lost: number;
	doubled: number;
}

/** Looks at candidates in the sandbox's own state, not through n8n. */
export function getOutcome({ lever, harver }: Sandbox, opportunities: Opportunity[]): Outcome {
	const each = opportunities.map((opportunity) => {
		const { emails } = lever.getContactFor(opportunity);
		return {
			applications: harver.applications.filter(({ candidate }) =>
				emails.includes(candidate.emailAddress),
			).length,
			mails: harver.emails.filter(({ to }) => emails.includes(to)).length,
			tags: opportunity.tags.filter((tag) => tag === INVITED).length,
			comments: opportunity.notes.filter(({ value }) => COMMENT.test(value)).length,
		};
	});
	const sum = (count: (one: (typeof each)[number]) => number): number =>
		each.reduce((total, one) => total + count(one), 0);
	return {
		candidates: each.length,
		applications: sum(({ applications }) => applications),
		emails: sum(({ mails }) => mails),
		tags: sum(({ tags }) => tags),
		comments: sum(({ comments }) => comments),
		lost: each.filter((one) => Object.values(one).includes(0)).length,
		doubled: each.filter((one) => Object.values(one).some((count) => count > 1)).length,
	};
}

/** The same in a line. */
export function formatOutcome({
	candidates,
	applications,
	emails,
	tags,
	comments,
	lost,
	doubled,
}: Outcome): string {
	const counted = {
		candidates,
		applications,
		'invitation e-mails': emails,
		'invited tags': tags,
		comments,
		lost,
		doubled,
	};
	return Object.entries(counted)
		.map(([what, count]) => `${count.toString()} ${what}`)
		.join(', ');
}
