import { expectEveryRequest, lever, opportunity } from './lever';

expectEveryRequest();

describe('getting many deleted opportunities', () => {
	it('sends the dates in milliseconds', async () => {
		lever()
			.get(
				'/v1/opportunities/deleted?deleted_at_start=1767258000000&deleted_at_end=1767261600000&limit=100',
			)
			.reply(200, { data: [{ id: 'o1', deletedAt: 1767258000001, deletedBy: 'u1' }] });
		const filters = {
			deletedAfter: '2026-01-01T09:00:00.000Z',
			deletedBefore: '2026-01-01T10:00:00.000Z',
		};
		const { outputs } = await opportunity('getManyDeleted', { returnAll: true, filters });
		expect(outputs[0]).toEqual([
			{ json: { id: 'o1', deletedAt: 1767258000001, deletedBy: 'u1' }, pairedItem: { item: 0 } },
		]);
	});

	it('names the filter that is not a date, and sends nothing', async () => {
		const { error } = await opportunity('getManyDeleted', {
			filters: { deletedAfter: 'yesterday-ish' },
		});
		expect(error?.message).toBe('"Deleted After" is not a date');
		expect(error?.context?.itemIndex).toBe(0);
	});

	it("explains what to do when the key can't read opportunities", async () => {
		lever()
			.get('/v1/opportunities/deleted?limit=50')
			.reply(403, { code: 'Forbidden', message: 'not ticked' });
		const { error } = await opportunity('getManyDeleted', {});
		expect(error?.message).toBe('Lever refused to list the deleted opportunities: not ticked');
		expect(error?.description).toContain('Ask a Super Admin for a key');
	});
});
