import { ExecutionCancelledError, sleep } from 'n8n-workflow';

import type { RequestContext } from './types';

/** The execution was stopped, by hand or because it took too long: what the node was waiting for is not done. */
export class RequestCancelledError extends ExecutionCancelledError {
	constructor() {
		super('', 'manual');
	}
}

/** The signal that an execution is stopped; the editor's pickers and triggers have none. */
export function getCancelSignal(context: RequestContext): AbortSignal | undefined {
	return 'getExecutionCancelSignal' in context ? context.getExecutionCancelSignal() : undefined;
}

/** Waits that many milliseconds. Throws RequestCancelledError as soon as the signal is given. */
export async function pause(milliseconds: number, signal?: AbortSignal): Promise<void> {
	await Promise.allSettled([sleep(milliseconds, signal)]);
	throwIfCancelled(signal);
}

/** Throws RequestCancelledError when the signal was given. */
export function throwIfCancelled(signal?: AbortSignal): void {
	if (signal?.aborted) throw new RequestCancelledError();
}
