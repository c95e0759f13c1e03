import { blanked, byId, expectEveryRequest, lever, opportunity } from './lever';

expectEveryRequest();

const archive = { opportunityId: byId('o1'), archiveReasonId: byId('r1') };

describe('archiving an opportunity', () => {
	it('sends the reason alone', async () => {
		lever()
			.put('/v1/opportunities/o1/archived', { reason: 'r1' })
			.reply(200, blanked({ archived: { reason: 'r1', archivedAt: 1 } }));
		const { json } = await opportunity('archive', archive);
		expect(json).toEqual([
			expect.objectContaining({ id: 'o1', archived: { reason: 'r1', archivedAt: 1 } }),
		]);
	});

	it('hires for a requisition and removes interviews if set to', async () => {
		lever()
			.put('/v1/opportunities/o1/archived?perform_as=u1', {
				reason: 'hired',
				cleanInterviews: true,
				requisitionId: 'q1',
			})
			.reply(200, blanked());
		const options = { cleanInterviews: true, requisitionId: 'q1' };
		expect(
			(
				await opportunity('archive', {
					...archive,
					archiveReasonId: byId('hired'),
					performAs: byId('u1'),
					options,
				})
			).error,
		).toBeUndefined();
	});

	it('leaves out empty options', async () => {
		lever()
			.put('/v1/opportunities/o1/archived', { reason: 'r1', cleanInterviews: false })
			.reply(200, blanked());
		expect(
			(
				await opportunity('archive', {
					...archive,
					options: { cleanInterviews: false, requisitionId: ' ' },
				})
			).error,
		).toBeUndefined();
	});

	it('sends nothing without a reason, which would unarchive', async () => {
		expect(
			(await opportunity('archive', { ...archive, archiveReasonId: byId('={{ $json.nothing }}') }))
				.error?.message,
		).toBe('No archive reason was provided');
	});

	it("reports Lever's rejection", async () => {
		lever()
			.put('/v1/opportunities/o1/archived')
			.reply(400, { code: 'BadRequest', message: 'requisition is closed' });
		expect((await opportunity('archive', archive)).error?.message).toBe(
			'Lever refused to archive the opportunity o1: requisition is closed',
		);
	});
});
