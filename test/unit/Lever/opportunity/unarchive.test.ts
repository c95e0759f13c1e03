import { blanked, byId, expectEveryRequest, lever, opportunity } from './lever';

expectEveryRequest();

describe('unarchiving an opportunity', () => {
	it('sends a null reason', async () => {
		lever()
			.put(
				'/v1/opportunities/o1/archived?perform_as=u1',
				(body) => JSON.stringify(body) === '{"reason":null}',
			)
			.reply(200, blanked());
		const { json } = await opportunity(
			'unarchive',
			{ opportunityId: byId('o1') },
			{ performAs: 'u1', items: [{ json: { id: 'o1', name: 'Ada Example' } }] },
		);
		expect(json).toEqual([
			expect.objectContaining({ id: 'o1', name: 'Ada Example', archived: null }),
		]);
	});

	it('explains what to do about a confidential opportunity', async () => {
		lever()
			.put('/v1/opportunities/o1/archived')
			.reply(403, { code: 'Forbidden', message: 'no access' });
		const { error } = await opportunity('unarchive', { opportunityId: byId('o1') });
		expect(error?.message).toBe('Lever refused to unarchive the opportunity o1: no access');
		expect(error?.description).toContain('confidential');
	});
});
