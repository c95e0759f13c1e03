import type { WorkflowExecuteMode } from 'n8n-workflow';

/** Milliseconds by which Lever's clock may be ahead of n8n's. */
const CLOCKS_DIFFER = 300_000;
const thisProcessStartedAt = Date.now();

/**
 * Whether somebody else than this process, or itself at a time that it does not remember (until `forgottenUntil`, milliseconds), may have
 * invited the candidate of an opportunity: unless an event has started the execution and the opportunity is younger than that.
 */
export function mayBeInvited(
	{
		opportunityCreatedAt,
		mode,
	}: { opportunityCreatedAt: number | undefined; mode: WorkflowExecuteMode },
	forgottenUntil: number,
	startedAt = thisProcessStartedAt,
): boolean {
	return (
		mode !== 'webhook' ||
		opportunityCreatedAt === undefined ||
		opportunityCreatedAt <= Math.max(startedAt, forgottenUntil) + CLOCKS_DIFFER
	);
}
