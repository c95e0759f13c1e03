/** What a delivery must be about to start the workflow. Empty lists mean any. */
export interface Filters {
	events: string[];
	toStageIds: string[];
	fromStageIds: string[];
}

/** Whether a delivery passes: its event is one of those chosen and, for a stage change, so are the stages. */
export function passes(filters: Filters, event: string, data: Record<string, unknown>): boolean {
	if (!filters.events.includes(event)) return false;
	if (event !== 'candidateStageChange') return true;
	return (
		isOneOf(filters.toStageIds, data.toStageId) && isOneOf(filters.fromStageIds, data.fromStageId)
	);
}

function isOneOf(wanted: string[], stageId: unknown): boolean {
	return wanted.length === 0 || (typeof stageId === 'string' && wanted.includes(stageId));
}
