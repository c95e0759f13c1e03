/** What starts a workflow, as an admin thinks of it. */
export const KINDS = [
	{
		value: 'additionalInfoUpdated',
		name: 'Additional Info Updated',
		description: 'The candidate gave or changed additional information',
	},
	{ value: 'other', name: 'Any Other Event', description: 'Events that this node does not know' },
	{
		value: 'completed',
		name: 'Application Completed',
		description: 'The candidate has finished everything: the result is there',
	},
	{
		value: 'applicationStarted',
		name: 'Application Started',
		description: 'A candidate began the application',
	},
	{
		value: 'personalInfoCreated',
		name: 'Personal Info Created',
		description: 'The candidate gave name and contact details',
	},
	{
		value: 'statusChanged',
		name: 'Status Changed',
		description: 'The application got another status than the one of having finished',
	},
] as const;

export type Kind = (typeof KINDS)[number]['value'];

/** The statuses that an application can change to; `new` is completion (docs/harver-api.md, Statuses). */
export const STATUSES = [
	{ value: 'contract', name: 'Contract' },
	{ value: 'hired', name: 'Hired' },
	{ value: 'in-progress', name: 'In Progress' },
	{ value: 'invited', name: 'Invited' },
	{ value: 'rejected', name: 'Rejected' },
	{ value: 'shortlisted', name: 'Shortlisted' },
	{ value: 'talent-pool', name: 'Talent Pool' },
] as const;

const STEPS = new Map<string, Kind>([
	['ApplicationStarted', 'applicationStarted'],
	['PersonalInfoWasCreated', 'personalInfoCreated'],
	['AdditionalInfoWasUpdated', 'additionalInfoUpdated'],
]);

/** Harver's API document and its set-up guide call the same event differently (docs/harver-api.md, Webhooks). */
const STATUS_CHANGES = new Set(['CandidateStatusNew', 'ProcessStatusHasChanged']);

/** What an event of Harver means: a changed status is completion when it is `new` (docs/harver-api.md, Webhooks). */
export function kindOf(event: string, status: string | null): Kind {
	if (STATUS_CHANGES.has(event)) return status === 'new' ? 'completed' : 'statusChanged';
	return STEPS.get(event) ?? 'other';
}
