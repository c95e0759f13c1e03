import { expectEverythingAsked, leverApi, runLever } from '../runLever';

const getMany = { resource: 'webhook', operation: 'getMany' };
const url = 'https://n8n.example.org/webhook/1/webhook';

afterEach(expectEverythingAsked);

it('returns one item per webhook, without its signature token', async () => {
	const configuration = {
		conditions: { origins: ['applied', 'sourced'] },
		signatureToken: '00ff'.repeat(12),
	};
	leverApi()
		.get('/v1/webhooks')
		.reply(200, {
			data: [
				{
					id: 'wh-1',
					event: 'candidateStageChange',
					url,
					configuration,
					createdAt: 1,
					updatedAt: 2,
				},
				{
					id: 'wh-2',
					event: 'candidateDeleted',
					url,
					configuration: {},
					createdAt: 3,
					updatedAt: 3,
				},
			],
		});
	expect((await runLever(getMany)).json).toEqual([
		{
			id: 'wh-1',
			event: 'candidateStageChange',
			url,
			origins: ['applied', 'sourced'],
			createdAt: 1,
			updatedAt: 2,
		},
		{ id: 'wh-2', event: 'candidateDeleted', url, origins: [], createdAt: 3, updatedAt: 3 },
	]);
});

it('returns no more than the limit', async () => {
	leverApi()
		.get('/v1/webhooks')
		.reply(200, { data: [{ id: 'wh-1' }, { id: 'wh-2' }] });
	expect((await runLever({ ...getMany, limit: 1 })).json.map(({ id }) => id)).toEqual(['wh-1']);
});

it('names the missing permission', async () => {
	leverApi().get('/v1/webhooks').reply(403, { code: 'Forbidden', message: 'no' });
	const { error } = await runLever(getMany);
	expect(error?.message).toBe('Lever refused to list the webhooks: no');
	expect(error?.description).toContain('Ask a Super Admin for a key with access to this endpoint');
});
