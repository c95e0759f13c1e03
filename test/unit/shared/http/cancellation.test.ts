import nock from 'nock';

import { leverRawRequest } from '../../../../nodes/Lever/transport/request';
import { inStoppableNode } from '../../inNode';
import { expectAllAsked, FOUND, READ, read } from './askLever';

/** Milliseconds: far less than the services below want to be waited for, and enough for a busy machine. */
const AT_ONCE = 3000;

afterEach(expectAllAsked);

describe('an execution that is stopped', () => {
	const stopsWithin = async (
		task: Parameters<typeof inStoppableNode>[0],
		credentials: Record<string, string>,
	) => {
		const execution = await inStoppableNode(task, {
			credentials: { leverApi: { ...credentials }, harverApi: {} },
			onError: 'continueRegularOutput',
			items: [{ json: {} }],
		});
		while (!nock.isDone()) await new Promise((resolve) => setTimeout(resolve, 20));
		await new Promise((resolve) => setTimeout(resolve, 100));
		const stopped = performance.now();
		execution.stop();
		const run = await execution.ended;
		return { run, took: performance.now() - stopped };
	};

	it('stops waiting for a service that is down', async () => {
		read().reply(503, {}, { 'Retry-After': '60' });
		const { run, took } = await stopsWithin(
			async (context) => await leverRawRequest(context, READ),
			{
				apiKey: 'stopped-1',
			},
		);
		expect(took).toBeLessThan(AT_ONCE);
		expect(run.status).toBe('canceled');
	});

	it('stops waiting for the rate limit', async () => {
		read().reply(429, {}, { 'Retry-After': '60' });
		const { run, took } = await stopsWithin(
			async (context) => await leverRawRequest(context, READ),
			{
				apiKey: 'stopped-2',
			},
		);
		expect(took).toBeLessThan(AT_ONCE);
		expect(run.status).toBe('canceled');
	});

	it('stops waiting for a response, without a retry', async () => {
		read().delay(5000).reply(200, FOUND);
		const { run, took } = await stopsWithin(
			async (context) => await leverRawRequest(context, READ),
			{
				apiKey: 'stopped-3',
			},
		);
		expect(took).toBeLessThan(AT_ONCE);
		expect(run.status).toBe('canceled');
		nock.abortPendingRequests();
	});
});
