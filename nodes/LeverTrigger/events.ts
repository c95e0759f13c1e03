/** Lever's webhook events under the names of its settings page (docs/lever-api.md, Events); `origins`: whether Lever can filter them by origin. */
export const EVENTS = [
	{
		value: 'applicationCreated',
		name: 'Application Created',
		description: 'Someone applied, or was added to a posting',
		origins: true,
	},
	{
		value: 'candidateArchiveChange',
		name: 'Candidate Archive State Changed',
		description: 'A candidate was archived or unarchived',
		origins: true,
	},
	{
		value: 'candidateDeleted',
		name: 'Candidate Deleted',
		description: 'A candidate was deleted',
		origins: false,
	},
	{
		value: 'candidateHired',
		name: 'Candidate Hired',
		description: 'A candidate was hired',
		origins: true,
	},
	{
		value: 'candidateStageChange',
		name: 'Candidate Stage Changed',
		description: 'A candidate was moved to another stage',
		origins: true,
	},
	{
		value: 'contactCreated',
		name: 'Contact Created',
		description: 'A person was added',
		origins: false,
	},
	{
		value: 'contactUpdated',
		name: 'Contact Updated',
		description: 'The name, e-mail or another detail of a person changed',
		origins: false,
	},
	{
		value: 'interviewCreated',
		name: 'Interview Created',
		description: 'An interview was scheduled',
		origins: false,
	},
	{
		value: 'interviewDeleted',
		name: 'Interview Deleted',
		description: 'An interview was deleted',
		origins: false,
	},
	{
		value: 'interviewUpdated',
		name: 'Interview Updated',
		description: 'An interview was changed',
		origins: false,
	},
] as const;

/** Where candidates come from (docs/lever-api.md, Opportunities). */
export const ORIGINS = [
	'agency',
	'applied',
	'internal',
	'referred',
	'sourced',
	'university',
] as const;

/** Whether Lever can hold back deliveries of an event by the origin of the candidate (docs/lever-api.md, Webhooks). */
export function takesOrigins(event: string): boolean {
	return EVENTS.some(({ value, origins }) => value === event && origins);
}
