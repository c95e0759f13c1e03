import { createHmac } from 'node:crypto';

import {
	anyNumber,
	anyString,
	startReceiver,
	startTestSandbox,
	type Receiver,
	type TestSandbox,
} from './testSandbox';

let sandbox: TestSandbox;
let receiver: Receiver;
let ada: string;

beforeEach(async () => {
	sandbox = await startTestSandbox();
	receiver = await startReceiver();
	ada = sandbox.candidate('Ada Example');
});

afterEach(async () => {
	await sandbox.close();
	await receiver.close();
});

interface Created {
	data: { id: string; configuration: { signatureToken: string } };
}

const register = async (event: string, configuration?: unknown) =>
	await sandbox.leverApi.post<Created>('/webhooks', {
		event,
		url: receiver.url,
		...(configuration === undefined ? {} : { configuration }),
	});
const moveTo = async (stage: string, id = ada) => {
	expect((await sandbox.control.post(`/opportunities/${id}/stage`, { stage })).status).toBe(204);
};
const stages = () =>
	receiver.received.map(({ body }) => (body.data as { toStageId: string }).toStageId);

describe('creating webhooks', () => {
	it('returns the signature token only once', async () => {
		const { status, data } = await register('candidateStageChange');

		expect(status).toBe(201);
		expect(data).toEqual({
			data: {
				id: anyString,
				event: 'candidateStageChange',
				url: receiver.url,
				createdAt: anyNumber,
				updatedAt: anyNumber,
				configuration: {
					signatureToken: anyString,
					conditions: {
						origins: ['applied', 'sourced', 'referred', 'university', 'agency', 'internal'],
					},
				},
			},
		});
		expect(data.data.configuration.signatureToken).toMatch(/^[0-9a-f]{48}$/u);
		const { data: listed } = await sandbox.leverApi.get('/webhooks');
		expect(Object.keys(listed as object)).toEqual(['data']);
		expect(JSON.stringify(listed)).not.toContain('signatureToken');
	});

	it('updates and deletes webhooks that the API created, and no others', async () => {
		const { data } = await register('candidateHired');
		const { data: byHand } = await sandbox.control.post<{ id: string }>('/webhooks', {
			event: 'candidateHired',
			url: receiver.url,
		});

		expect(
			await sandbox.leverApi.put('/webhooks', {
				data: [{ id: data.data.id, url: 'https://example.org/new' }],
			}),
		).toMatchObject({ status: 200, data: { data: [{ url: 'https://example.org/new' }] } });
		expect((await sandbox.leverApi.delete(`/webhooks/${byHand.id}`)).status).toBe(404);
		expect(await sandbox.leverApi.delete(`/webhooks/${data.data.id}`)).toMatchObject({
			status: 204,
			data: '',
		});
		expect((await sandbox.leverApi.delete(`/webhooks/${data.data.id}`)).status).toBe(404);
	});

	it.each([
		{ event: 'candidateArchiveStateChange', url: 'https://example.org' },
		{ event: 'candidateHired', url: 'http://example.org' },
		{ event: 'candidateHired', url: 'https://example.org', triggers: [] },
		{
			event: 'candidateHired',
			url: 'https://example.org',
			configuration: { conditions: { origins: ['friends'] } },
		},
		{
			event: 'candidateDeleted',
			url: 'https://example.org',
			configuration: { conditions: { origins: ['applied'] } },
		},
	])('rejects %j', async (body) => {
		expect((await sandbox.leverApi.post('/webhooks', body)).status).toBe(400);
	});
});

describe('deliveries', () => {
	it('sign the token and the time', async () => {
		const { data } = await register('candidateStageChange');
		await moveTo('offer');
		await sandbox.webhooks.settled();
		const [delivery] = receiver.received;
		const { token, triggeredAt, signature, ...rest } = delivery?.body ?? {};

		expect(signature).toBe(
			createHmac('sha256', data.data.configuration.signatureToken)
				.update(`${String(token)}${String(triggeredAt)}`)
				.digest('hex'),
		);
		expect(triggeredAt).toBe(sandbox.clock.now);
		expect(rest).toEqual({
			id: anyString,
			event: 'candidateStageChange',
			data: {
				opportunityId: ada,
				contactId: sandbox.lever.getOpportunity(ada).contact,
				candidateId: anyString,
				fromStageId: 'applicant-new',
				toStageId: 'offer',
			},
		});
		expect(delivery?.headers).toMatchObject({
			'user-agent': 'Lever-Webhooks',
			'content-type': 'application/json',
		});
	});

	it('are retried with the same token until they are accepted', async () => {
		await register('candidateStageChange');
		receiver.statuses = [500, 302, 404];
		await moveTo('offer');
		await sandbox.webhooks.settled();

		expect(sandbox.webhooks.deliveries).toMatchObject([{ statuses: [500, 302, 404, 200] }]);
		expect(new Set(receiver.received.map(({ body }) => body.token)).size).toBe(1);
	});

	it('stop after five attempts', async () => {
		await register('candidateStageChange');
		receiver.statuses = [500, 500, 500, 500, 500, 500];
		await moveTo('offer');
		await sandbox.webhooks.settled();

		expect(sandbox.webhooks.deliveries).toMatchObject([{ statuses: [500, 500, 500, 500, 500] }]);
	});

	it('are filtered by origin, and stop when the event is switched off', async () => {
		await register('candidateStageChange', { conditions: { origins: ['applied'] } });
		await moveTo('offer', sandbox.candidate('Eve Archer'));
		await sandbox.control.put('/event-groups/candidateStageChange', { on: false });
		await moveTo('offer');
		await sandbox.control.put('/event-groups/candidateStageChange', { on: true });
		await moveTo('lead-new');
		await sandbox.webhooks.settled();

		expect(stages()).toEqual(['lead-new']);
	});

	it('report who applies, is hired and is deleted', async () => {
		for (const event of [
			'applicationCreated',
			'candidateHired',
			'candidateArchiveChange',
			'candidateDeleted',
		])
			await register(event);
		const { data } = await sandbox.control.post<{ opportunityId: string }>('/apply', {
			postingId: sandbox.postingId('Data Engineer'),
			name: 'Nia New',
			email: 'nia@example.org',
		});
		await sandbox.control.post(`/opportunities/${data.opportunityId}/archive`, {
			reason: sandbox.lever.archiveReasons[0]?.id,
		});
		await sandbox.control.delete(`/opportunities/${data.opportunityId}`);
		await sandbox.webhooks.settled();

		expect(receiver.received.map(({ body }) => body.event).sort()).toEqual([
			'applicationCreated',
			'candidateArchiveChange',
			'candidateDeleted',
			'candidateHired',
		]);
		expect(await sandbox.leverApi.get('/opportunities/deleted')).toMatchObject({
			data: { data: [{ id: data.opportunityId }] },
		});
	});

	it('verify a connection with empty data, and can be rerun unchanged', async () => {
		const { data } = await register('candidateStageChange');
		expect((await sandbox.control.post(`/webhooks/${data.data.id}/verify`)).data).toEqual({
			statuses: [200],
		});
		expect(receiver.received[0]?.body).toEqual({
			event: 'candidateStageChange',
			triggeredAt: anyNumber,
			token: anyString,
			signature: anyString,
			data: {},
		});

		await moveTo('offer');
		await sandbox.webhooks.settled();
		expect(
			(await sandbox.control.post(`/deliveries/${sandbox.webhooks.deliveries[1]?.id ?? ''}/rerun`))
				.data,
		).toEqual({ statuses: [200, 200] });
		expect(receiver.received[2]?.body).toEqual(receiver.received[1]?.body);
		expect((await sandbox.control.post('/deliveries/none/rerun')).status).toBe(404);
	});
});

describe('webhook faults', () => {
	const fault = async (described: Record<string, unknown>) => {
		expect(
			(await sandbox.control.post('/webhook-faults', { service: 'lever', ...described })).status,
		).toBe(204);
	};

	beforeEach(async () => {
		await register('candidateStageChange');
	});

	it('drop a number of deliveries', async () => {
		await fault({ kind: 'drop', times: 2 });
		for (const stage of ['offer', 'lead-new', 'offer']) await moveTo(stage);
		await sandbox.webhooks.settled();

		expect(receiver.received).toHaveLength(1);
		expect(sandbox.webhooks.deliveries).toMatchObject([
			{ fault: 'drop', statuses: [] },
			{ fault: 'drop', statuses: [] },
			{ fault: null, statuses: [200] },
		]);
	});

	it('repeat deliveries', async () => {
		await fault({ kind: 'repeat', copies: 3 });
		await moveTo('offer');
		await sandbox.webhooks.settled();

		expect(sandbox.webhooks.deliveries).toMatchObject([
			{ fault: 'repeat', statuses: [200, 200, 200] },
		]);
		expect(receiver.received[2]?.body).toEqual(receiver.received[0]?.body);
	});

	it('hold a delivery until the next one is sent', async () => {
		await fault({ kind: 'reorder' });
		await moveTo('offer');
		await moveTo('lead-new');
		await sandbox.webhooks.settled();

		expect(stages()).toEqual(['lead-new', 'offer']);
	});

	it('hold a delivery for a limited time if none follows', async () => {
		await fault({ kind: 'reorder', milliseconds: 20 });
		await moveTo('offer');
		await sandbox.webhooks.settled();

		expect(stages()).toEqual(['offer']);
	});

	it('delay deliveries', async () => {
		await fault({ kind: 'delay', milliseconds: 100 });
		const startedAt = Date.now();
		await moveTo('offer');
		await sandbox.webhooks.settled();

		expect((receiver.received[0]?.at ?? 0) - startedAt).toBeGreaterThanOrEqual(99);
	});

	it('hit the same deliveries again with the same seed', async () => {
		const dropped = async () => {
			await sandbox.control.delete('/webhook-faults');
			await fault({ kind: 'drop', rate: 0.3, seed: 7 });
			for (let count = 0; count < 40; count++) await moveTo(count % 2 === 0 ? 'offer' : 'lead-new');
			await sandbox.webhooks.settled();
			return sandbox.webhooks.deliveries.slice(-40).map((delivery) => delivery.fault);
		};
		const first = await dropped();

		expect(first.filter((kind) => kind === 'drop').length).toBeGreaterThan(5);
		expect(first.filter((kind) => kind === null).length).toBeGreaterThan(20);
		expect(await dropped()).toEqual(first);
	});

	it('are rejected if they are invalid', async () => {
		expect(
			await sandbox.control.post('/webhook-faults', { service: 'lever', kind: 'lose' }),
		).toMatchObject({ status: 400, data: { message: anyString } });
	});
});
