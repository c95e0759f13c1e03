import type { IDataObject, WorkflowExecuteMode } from 'n8n-workflow';

/** Milliseconds by which Lever's clock may be ahead of n8n's. */
const CLOCKS_DIFFER = 60_000;
/** The executions that an event starts, once. */
const BY_AN_EVENT: WorkflowExecuteMode[] = ['webhook', 'trigger'];
const thisProcessStartedAt = Date.now();

/**
 * Whether another process than this may have invited the candidate of an opportunity: when the execution is repeated or run by
 * hand, and unless the opportunity says that it came to its stage for the first time after this process was there (milliseconds).
 */
export function mayBeInvitedByAnother(opportunity: IDataObject, mode: WorkflowExecuteMode, startedAt = thisProcessStartedAt): boolean {
	return !BY_AN_EVENT.includes(mode) || firstArrival(opportunity) <= startedAt + CLOCKS_DIFFER;
}

/** When the opportunity came to its stage for the first time, in milliseconds (contract lever §2.1); 0 when it does not say. */
function firstArrival({ stage, stageChanges }: IDataObject): number {
	const stageId = typeof stage === 'object' && stage !== null ? (stage as IDataObject).id : stage;
	const moves = Array.isArray(stageChanges) ? (stageChanges as (IDataObject | null)[]) : [];
	const arrivals = moves.filter((move) => move?.toStageId === stageId).map((move) => (typeof move?.updatedAt === 'number' ? move.updatedAt : 0));
	return arrivals.length === 0 ? 0 : Math.min(...arrivals);
}
