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

/** Waits that many milliseconds. Throws RequestCancelledError as soon as the signal is aborted. */
export async function pause(milliseconds: number, signal?: AbortSignal): Promise<void> {
	throwIfCancelled(signal);
	// The `sleep` of older n8n versions knows no signal.
	await new Promise<void>((resolve) => {
		const end = (): void => {
			signal?.removeEventListener('abort', end);
			resolve();
		};
		signal?.addEventListener('abort', end);
		void sleep(milliseconds).then(end);
	});
	throwIfCancelled(signal);
}

/** Returns what the task returns, or `undefined` when it takes longer than that many milliseconds. */
export async function withDeadline<T>(
	milliseconds: number,
	task: Promise<T>,
): Promise<T | undefined> {
	const timeout = AbortSignal.timeout(milliseconds);
	return await new Promise((resolve, reject) => {
		const giveUp = (): void => {
			resolve(undefined);
		};
		timeout.addEventListener('abort', giveUp);
		void task.then(resolve, reject).finally(() => {
			timeout.removeEventListener('abort', giveUp);
		});
	});
}

/** Throws RequestCancelledError when the signal is aborted. */
export function throwIfCancelled(signal?: AbortSignal): void {
	if (signal?.aborted) throw new RequestCancelledError();
}
