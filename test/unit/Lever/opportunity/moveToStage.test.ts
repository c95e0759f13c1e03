import { blanked, byId, expectEveryRequest, lever, opportunity } from './lever';

expectEveryRequest();

const move = { opportunityId: byId('o1'), stageId: byId('applicant-new') };

describe('moving an opportunity to a stage', () => {
	it('sends the stage and returns the opportunity', async () => {
		lever()
			.put('/v1/opportunities/o1/stage', { stage: 'applicant-new' })
			.reply(200, blanked({ stage: 'applicant-new' }));
		const { json, error } = await opportunity('moveToStage', move);
		expect(error).toBeUndefined();
		expect(json).toEqual([expect.objectContaining({ id: 'o1', stage: 'applicant-new' })]);
	});

	it('restores contact details that Lever leaves blank', async () => {
		const incoming = {
			id: 'o1',
			name: 'Ada Example',
			headline: 'Acme',
			emails: ['ada@example.org'],
			phones: [{ value: '1' }],
			links: ['https://a.example.org'],
			stage: 'lead-new',
		};
		lever()
			.put('/v1/opportunities/o1/stage')
			.reply(200, blanked({ stage: 'applicant-new' }));
		const { json } = await opportunity('moveToStage', move, { items: [{ json: incoming }] });
		expect(json).toEqual([
			{ ...incoming, stage: 'applicant-new', archived: null, tags: [], sources: [] },
		]);
	});

	it('does not mix up the contact details of two candidates', async () => {
		lever().put('/v1/opportunities/o1/stage').reply(200, blanked());
		const { json } = await opportunity('moveToStage', move, {
			items: [{ json: { id: 'o2', name: 'Bo Other', emails: ['bo@example.org'] } }],
		});
		expect(json).toEqual([expect.objectContaining({ id: 'o1', name: '', emails: [] })]);
	});

	it('encodes an ID that would change the path', async () => {
		lever()
			.put('/v1/opportunities/o%201%2F..%2Fx%3Fy/stage', { stage: 'a/b c' })
			.reply(200, blanked({ id: 'o 1/../x?y' }));
		const { json } = await opportunity('moveToStage', {
			opportunityId: byId('o 1/../x?y'),
			stageId: byId('a/b c'),
		});
		expect(json).toEqual([expect.objectContaining({ id: 'o 1/../x?y' })]);
	});

	it('performs as the user of the node, else of the credential', async () => {
		lever().put('/v1/opportunities/o1/stage?perform_as=u%201').reply(200, blanked());
		lever().put('/v1/opportunities/o1/stage?perform_as=u2').reply(200, blanked());
		expect(
			(await opportunity('moveToStage', { ...move, performAs: byId('u 1') }, { performAs: 'u2' }))
				.error,
		).toBeUndefined();
		expect((await opportunity('moveToStage', move, { performAs: 'u2' })).error).toBeUndefined();
	});

	it("reports an unknown stage in Lever's words, with what to do", async () => {
		lever()
			.put('/v1/opportunities/o1/stage')
			.reply(404, { code: 'ResourceNotFound', message: 'stages gone was not found' });
		const { error, json } = await opportunity('moveToStage', { ...move, stageId: byId('gone') });
		expect(json).toEqual([]);
		expect(error?.message).toBe(
			'Lever refused to change the stage of the opportunity o1: stages gone was not found',
		);
		expect(error?.description).toContain('Check the ID');
		expect(error?.description).toContain('404 (ResourceNotFound)');
	});

	it('sends nothing when no stage or no opportunity is given', async () => {
		expect((await opportunity('moveToStage', { ...move, stageId: byId(' ') })).error?.message).toBe(
			'No stage was provided',
		);
		expect(
			(await opportunity('moveToStage', { ...move, opportunityId: byId('={{ $json.nothing }}') }))
				.error?.message,
		).toBe('No opportunity was provided');
	});

	it('repeats the update after a lost answer', async () => {
		lever().put('/v1/opportunities/o1/stage', { stage: 'applicant-new' }).reply(503);
		lever().put('/v1/opportunities/o1/stage', { stage: 'applicant-new' }).reply(200, blanked());
		expect((await opportunity('moveToStage', move)).json).toHaveLength(1);
	});

	it('continues with the other items when one fails, if the node is set to', async () => {
		const items = ['o1', 'o2', 'o3'].map((id) => ({ json: { id } }));
		lever().put('/v1/opportunities/o1/stage').reply(200, blanked());
		lever()
			.put('/v1/opportunities/o2/stage')
			.reply(404, { code: 'ResourceNotFound', message: 'opportunities o2 was not found' });
		lever()
			.put('/v1/opportunities/o3/stage')
			.reply(200, blanked({ id: 'o3' }));
		const { outputs, error } = await opportunity(
			'moveToStage',
			{ ...move, opportunityId: byId('={{ $json.id }}') },
			{ items, continueOnFail: true },
		);
		expect(error).toBeUndefined();
		expect(outputs[0]?.map(({ json, pairedItem }) => [json.id ?? json.error, pairedItem])).toEqual([
			['o1', { item: 0 }],
			[
				'Lever refused to change the stage of the opportunity o2: opportunities o2 was not found',
				{ item: 1 },
			],
			['o3', { item: 2 }],
		]);
	});

	it('names the item that failed', async () => {
		lever().put('/v1/opportunities/o1/stage').reply(200, blanked());
		lever().put('/v1/opportunities/o2/stage').reply(400, { code: 'BadRequest', message: 'no' });
		const { error } = await opportunity(
			'moveToStage',
			{ ...move, opportunityId: byId('={{ $json.id }}') },
			{ items: [{ json: { id: 'o1' } }, { json: { id: 'o2' } }] },
		);
		expect(error?.context?.itemIndex).toBe(1);
	});
});
