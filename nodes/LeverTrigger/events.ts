/** Lever's webhook events under the names of its settings page (docs/lever-api.md, Events); `hasOrigins`: whether Lever can filter them by the candidate's origin. */
export const EVENTS = [
	{
		value: 'applicationCreated',
		name: 'Application Created',
		description: 'Someone applied or was added to a posting',
		hasOrigins: true,
	},
	{
		value: 'candidateArchiveChange',
		name: 'Candidate Archive State Changed',
		description: 'A candidate was archived or unarchived',
		hasOrigins: true,
	},
	{
		value: 'candidateDeleted',
		name: 'Candidate Deleted',
		description: 'A candidate was deleted',
		hasOrigins: false,
	},
	{
		value: 'candidateHired',
		name: 'Candidate Hired',
		description: 'A candidate was hired',
		hasOrigins: true,
	},
	{
		value: 'candidateStageChange',
		name: 'Candidate Stage Changed',
		description: 'A candidate was moved to another stage',
		hasOrigins: true,
	},
	{
		value: 'contactCreated',
		name: 'Contact Created',
		description: 'A contact was created',
		hasOrigins: false,
	},
	{
		value: 'contactUpdated',
		name: 'Contact Updated',
		description: "A contact's name, email or another detail was changed",
		hasOrigins: false,
	},
	{
		value: 'interviewCreated',
		name: 'Interview Created',
		description: 'An interview was scheduled',
		hasOrigins: false,
	},
	{
		value: 'interviewDeleted',
		name: 'Interview Deleted',
		description: 'An interview was deleted',
		hasOrigins: false,
	},
	{
		value: 'interviewUpdated',
		name: 'Interview Updated',
		description: 'An interview was changed',
		hasOrigins: false,
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

/** Whether Lever can filter an event by the candidate's origin (docs/lever-api.md, Webhooks). */
export function supportsOrigins(event: string): boolean {
	return EVENTS.some(({ value, hasOrigins }) => value === event && hasOrigins);
}

/** The events that start the workflow, and the stages for a stage change. An empty list of stages means any stage. */
export interface EventFilters {
	events: string[];
	toStageIds: string[];
	fromStageIds: string[];
}

/** Whether an event starts the workflow: it is one of those chosen and, for a stage change, so are its stages. */
export function matchesFilters(
	{ events, toStageIds, fromStageIds }: EventFilters,
	event: string,
	data: Record<string, unknown>,
): boolean {
	if (!events.includes(event)) return false;
	if (event !== 'candidateStageChange') return true;
	return includesStage(toStageIds, data.toStageId) && includesStage(fromStageIds, data.fromStageId);
}

function includesStage(stageIds: string[], stageId: unknown): boolean {
	return stageIds.length === 0 || (typeof stageId === 'string' && stageIds.includes(stageId));
}
