import type { Sandbox } from '../../sandbox';
import type { Application } from '../../sandbox/harver/records';
import type { Opportunity } from '../../sandbox/lever/records';

/** Returns the candidate's opportunity in Lever, or `undefined` if it never existed or was deleted. */
export function findOpportunity({ lever }: Sandbox, candidate: string): Opportunity | undefined {
	return lever.opportunities.find(
		(opportunity) => lever.getContactFor(opportunity).name === candidate,
	);
}

/** Returns the candidate's applications in Harver. */
export function findApplications({ harver }: Sandbox, candidate: string): Application[] {
	return harver.applications.filter(
		({ candidate: { firstName, lastName } }) => `${firstName} ${lastName}`.trim() === candidate,
	);
}

/** Counts the invitations that Harver has e-mailed to the candidate. */
export function countInvitations(sandbox: Sandbox, candidate: string): number {
	const applications = findApplications(sandbox, candidate);
	return sandbox.harver.emails.filter(({ applicationId }) =>
		applications.some(({ id }) => id === applicationId),
	).length;
}
