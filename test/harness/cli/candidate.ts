import type { Sandbox } from '../../sandbox';
import type { Application } from '../../sandbox/harver/records';
import type { Opportunity } from '../../sandbox/lever/records';

/** The candidate's opportunity in Lever; `undefined` when it is not there, or not there any more. */
export function findOpportunity({ lever }: Sandbox, candidate: string): Opportunity | undefined {
	return lever.opportunities.find(
		(opportunity) => lever.getContactFor(opportunity).name === candidate,
	);
}

/** The candidate's applications in Harver. */
export function findApplications({ harver }: Sandbox, candidate: string): Application[] {
	return harver.applications.filter(
		({ candidate: { firstName, lastName } }) => `${firstName} ${lastName}`.trim() === candidate,
	);
}

/** How many invitations Harver has mailed to the candidate. */
export function countInvitations(sandbox: Sandbox, candidate: string): number {
	const applications = findApplications(sandbox, candidate);
	return sandbox.harver.emails.filter(({ applicationId }) =>
		applications.some(({ id }) => id === applicationId),
	).length;
}
