import { Expression } from 'n8n-workflow';

/**
 * Starts n8n's default expression engine, which evaluates in an isolate and can only read what structured cloning can copy.
 * Without this call, n8n-workflow uses its older engine, which reads any object. All runs share one isolate, so tests are quick.
 */
export async function startExpressionEngine(): Promise<void> {
	await Expression.initExpressionEngine({
		engine: 'vm',
		sharedCaller: true,
		compileCache: true,
		poolSize: 1,
		maxCodeCacheSize: 1024,
		bridgeTimeout: 5000,
		bridgeMemoryLimit: 128,
	});
}
