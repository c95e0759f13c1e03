/** The events of an application, by the names shown in the editor. */
export const EVENT_TYPES = [
	{
		value: 'additionalInfoUpdated',
		name: 'Additional Info Updated',
		description: 'The candidate added or changed additional information',
	},
	{ value: 'other', name: 'Any Other Event', description: 'An event that is not in this list' },
	{
		value: 'completed',
		name: 'Application Completed',
		description: 'The candidate finished the assessment, and the results are ready',
	},
	{
		value: 'applicationStarted',
		name: 'Application Started',
		description: 'The candidate started the application',
	},
	{
		value: 'personalInfoCreated',
		name: 'Personal Info Created',
		description: 'The candidate entered their name and contact details',
	},
	{
		value: 'statusChanged',
		name: 'Status Changed',
		description: 'The status changed to something other than completed',
	},
] as const;

export type EventType = (typeof EVENT_TYPES)[number]['value'];

/** The statuses that an application can change to; `new` means completed (docs/harver-api.md, Statuses). */
export const STATUSES = [
	{ value: 'contract', name: 'Contract' },
	{ value: 'hired', name: 'Hired' },
	{ value: 'in-progress', name: 'In Progress' },
	{ value: 'invited', name: 'Invited' },
	{ value: 'rejected', name: 'Rejected' },
	{ value: 'shortlisted', name: 'Shortlisted' },
	{ value: 'talent-pool', name: 'Talent Pool' },
] as const;

const STEP_EVENTS = new Map<string, EventType>([
	['ApplicationStarted', 'applicationStarted'],
	['PersonalInfoWasCreated', 'personalInfoCreated'],
	['AdditionalInfoWasUpdated', 'additionalInfoUpdated'],
]);

/**
 * What an event of Harver means (docs/harver-api.md, Webhooks). A status change has two names: the API document's
 * `CandidateStatusNew`, whose name says the status when the delivery does not, and the set-up guide's
 * `ProcessStatusHasChanged`. The status `new` means completed.
 */
export function getEventType(event: string, status: string | null): EventType {
	if (event === 'CandidateStatusNew')
		return status === null || status === 'new' ? 'completed' : 'statusChanged';
	if (event === 'ProcessStatusHasChanged') return status === 'new' ? 'completed' : 'statusChanged';
	return STEP_EVENTS.get(event) ?? 'other';
}

/** The events that start the workflow. Empty lists of accounts and statuses mean any. */
export interface EventFilters {
	eventTypes: string[];
	accountIds: string[];
	statuses: string[];
}

/** Whether an event starts the workflow: its type is one of those chosen, and so are its account and, if the type leaves it open, its status. */
export function matchesFilters(
	{ eventTypes, accountIds, statuses }: EventFilters,
	event: { eventType: EventType; accountId: string | null; status: string | null },
): boolean {
	if (!eventTypes.includes(event.eventType)) return false;
	if (
		accountIds.length > 0 &&
		!accountIds.some((accountId) => accountId.toLowerCase() === event.accountId?.toLowerCase())
	)
		return false;
	if (event.eventType !== 'statusChanged' && event.eventType !== 'other') return true;
	return statuses.length === 0 || (event.status !== null && statuses.includes(event.status));
}
