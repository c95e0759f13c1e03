import nock from 'nock';

// No test may reach a service by accident; loopback stays open for the sandbox.
nock.disableNetConnect();
nock.enableNetConnect(/^(127\.0\.0\.1|localhost)(:\d+)?$/);
