import nock from 'nock';

// The engine would print every failure that a test provokes; the result of the run tells it.
process.env.N8N_LOG_LEVEL ??= 'silent';

// No test may reach a service by accident; loopback stays open for the sandbox.
nock.disableNetConnect();
nock.enableNetConnect(/^(127\.0\.0\.1|localhost)(:\d+)?$/);

// Node's http outlives a test file, so what nock has put around it would answer for the next file of the same worker.
afterAll(() => {
	nock.restore();
});
