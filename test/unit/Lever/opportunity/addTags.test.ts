import { blanked, byId, expectEveryRequest, lever, opportunity } from './lever';

expectEveryRequest();

describe('replacing tags', () => {
	const score = {
		opportunityId: byId('o1'),
		tags: 'Harver: 80%',
		options: { replaceMatching: 'Harver: *%' },
	};

	it('removes the tags that the new one replaces afterwards', async () => {
		const order: string[] = [];
		lever()
			.post('/v1/opportunities/o1/addTags?perform_as=u1', { tags: ['Harver: 80%'] })
			.reply(200, () => {
				order.push('add');
				return blanked({
					tags: ['Engineering', 'Harver: 71%', 'harver: 9%', 'Harver: Invited', 'Harver: 80%'],
				});
			});
		lever()
			.post('/v1/opportunities/o1/removeTags?perform_as=u1', {
				tags: ['Harver: 71%', 'harver: 9%'],
			})
			.reply(200, () => {
				order.push('remove');
				return blanked({ tags: ['Engineering', 'Harver: Invited', 'Harver: 80%'] });
			});
		const { json } = await opportunity('addTags', score, {
			performAs: 'u1',
			items: [{ json: { id: 'o1', name: 'Ada Example' } }],
		});
		expect(order).toEqual(['add', 'remove']);
		expect(json).toEqual([
			expect.objectContaining({
				name: 'Ada Example',
				tags: ['Engineering', 'Harver: Invited', 'Harver: 80%'],
			}),
		]);
	});

	it('removes nothing when nothing else matches', async () => {
		lever()
			.post('/v1/opportunities/o1/addTags', { tags: ['Harver: 80%'] })
			.reply(200, blanked({ tags: ['Harver: Invited', 'Harver: 80%'] }));
		expect((await opportunity('addTags', score)).json).toEqual([
			expect.objectContaining({ tags: ['Harver: Invited', 'Harver: 80%'] }),
		]);
	});

	it('can be repeated after it failed halfway', async () => {
		const answer = blanked({ tags: ['Harver: 71%', 'Harver: 80%'] });
		lever()
			.post('/v1/opportunities/o1/addTags', { tags: ['Harver: 80%'] })
			.times(2)
			.reply(200, answer);
		lever()
			.post('/v1/opportunities/o1/removeTags', { tags: ['Harver: 71%'] })
			.reply(403, { code: 'Forbidden', message: 'no' });
		lever()
			.post('/v1/opportunities/o1/removeTags', { tags: ['Harver: 71%'] })
			.reply(200, blanked({ tags: ['Harver: 80%'] }));
		expect((await opportunity('addTags', score)).error?.message).toBe(
			'Lever refused to remove replaced tags from the opportunity o1: no',
		);
		expect((await opportunity('addTags', score)).json).toEqual([
			expect.objectContaining({ tags: ['Harver: 80%'] }),
		]);
	});

	it('removes the tags that match any of several patterns', async () => {
		lever()
			.post('/v1/opportunities/o1/addTags', { tags: ['Harver: 80%'] })
			.reply(
				200,
				blanked({ tags: ['Harver: 80%', 'Harver: 7%', 'Harver: In progress', 'Harver: Invited'] }),
			);
		lever()
			.post('/v1/opportunities/o1/removeTags', { tags: ['Harver: 7%', 'Harver: In progress'] })
			.reply(200, blanked({ tags: ['Harver: 80%', 'Harver: Invited'] }));
		const replaceMatching = "={{ ['Harver: *%', 'Harver: In progress'] }}";
		expect((await opportunity('addTags', { ...score, options: { replaceMatching } })).json).toEqual(
			[expect.objectContaining({ tags: ['Harver: 80%', 'Harver: Invited'] })],
		);
	});

	it('keeps a tag that differs from the new one only in its spaces, not in its case', async () => {
		lever()
			.post('/v1/opportunities/o1/addTags', { tags: ['Harver: 80%'] })
			.reply(200, blanked({ tags: ['Harver: 80%', 'Harver:  80%', 'harver: 80%'] }));
		lever()
			.post('/v1/opportunities/o1/removeTags', { tags: ['harver: 80%'] })
			.reply(200, blanked());
		expect((await opportunity('addTags', score)).error).toBeUndefined();
	});

	it.each([undefined, null, [1, null, { text: 'Harver: 7%' }]])(
		'removes nothing when Lever returns the tags %j',
		async (tags) => {
			lever()
				.post('/v1/opportunities/o1/addTags', { tags: ['Harver: 80%'] })
				.reply(200, blanked({ tags }));
			expect((await opportunity('addTags', score)).error).toBeUndefined();
		},
	);

	it.each(['', ' * ', '…', '**', 'Harver: *%\n*', '={{ $json.nothing }}'])(
		'sends nothing when the pattern would match every tag: "%s"',
		async (replaceMatching) => {
			const { error } = await opportunity(
				'addTags',
				{ ...score, options: { replaceMatching } },
				{ items: [{ json: {} }] },
			);
			expect(error?.message).toBe('"Replace Tags Matching" would match every tag');
			expect(error?.context?.itemIndex).toBe(0);
		},
	);
});
