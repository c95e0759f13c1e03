import { Expression } from 'n8n-workflow';

/**
 * Starts n8n's default expression engine, which evaluates in an isolate and reads only what structured cloning can copy. Without
 * this, n8n-workflow uses its older engine, which reads any object. The runs of a test file share one isolate: n8n gives each
 * execution its own, but that takes a tenth of a second.
 */
export async function startExpressionEngine(): Promise<void> {
	await Expression.initExpressionEngine({
		engine: 'vm',
		sharedCaller: true,
		lazyAcquire: true,
		compileCache: true,
		poolSize: 1,
		maxCodeCacheSize: 1024,
		bridgeTimeout: 5000,
		bridgeMemoryLimit: 128,
	});
}
