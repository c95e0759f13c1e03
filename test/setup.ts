import nock from 'nock';

// Otherwise the engine logs every failure that a test causes on purpose.
process.env.N8N_LOG_LEVEL ??= 'silent';

// No test reaches a real service; loopback stays open for the sandbox.
nock.disableNetConnect();
nock.enableNetConnect(/^(127\.0\.0\.1|localhost)(:\d+)?$/);

// Node's http module outlives a test file: what nock changed in it would affect the next file of the same worker.
afterAll(() => {
	nock.restore();
});
