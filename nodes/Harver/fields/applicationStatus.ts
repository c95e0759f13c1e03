import type { INodePropertyOptions } from 'n8n-workflow';

/** The statuses of an application (docs/harver-api.md, Changing an application). */
export const APPLICATION_STATUSES: INodePropertyOptions[] = [
	{ name: 'Contract', value: 'contract' },
	{ name: 'Hired', value: 'hired' },
	{ name: 'In Progress', value: 'in-progress', description: 'The candidate has not finished' },
	{ name: 'Invited', value: 'invited' },
	{ name: 'New', value: 'new', description: 'The candidate has finished: new for the recruiter' },
	{ name: 'Rejected', value: 'rejected' },
	{ name: 'Shortlisted', value: 'shortlisted' },
	{ name: 'Talent Pool', value: 'talent-pool' },
];

/** The same, for a filter. */
export const ANY_APPLICATION_STATUS: INodePropertyOptions[] = [
	{ name: 'Any', value: '' },
	...APPLICATION_STATUSES,
];
