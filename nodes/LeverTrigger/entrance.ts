import { RateLimiter } from '../shared/http/RateLimiter';

/** Far more than Lever's limit permits to handle, and more than come in a busy hour. */
const LET_IN = { requestsPerSecond: 40, burst: 10 };

let entrance: RateLimiter | undefined;

/**
 * Resolves when a delivery may start its execution. n8n stores all executions that it is given at once before it begins
 * the first: let in one after another, the first candidates are handled while the last still wait.
 */
export async function letIn(): Promise<void> {
	await (entrance ??= new RateLimiter(LET_IN)).acquire();
}
