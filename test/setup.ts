import nock from 'nock';

// The failures that tests provoke are read from results, not from n8n's log.
process.env.N8N_LOG_LEVEL ??= 'silent';

// No test may reach a service by accident; loopback stays open for the sandbox.
nock.disableNetConnect();
nock.enableNetConnect(/^(127\.0\.0\.1|localhost)(:\d+)?$/);

// Node's http outlives a test file, so what nock has put around it would answer for the next file of the same worker.
afterAll(() => {
	nock.restore();
});
