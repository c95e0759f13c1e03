import nock from 'nock';

import { getLimit } from '../../../nodes/shared/node/returnAll';
import { expectEverythingAsked, leverApi, runLever } from '../Lever/runLever';
import { inNode } from '../inNode';

afterEach(expectEverythingAsked);

/** The limit that a list of the Lever node asks for, with the value that an expression yields. */
async function listedWith(limit: unknown) {
	return await runLever(
		{ resource: 'opportunity', operation: 'getMany', limit: '={{ $json.limit }}' },
		{ items: [{ json: { limit: limit as string } }] },
	);
}

describe('the limit of a list', () => {
	it.each([
		[2, '2'],
		['2', '2'],
	])('may be %p', async (limit, asked) => {
		leverApi()
			.get('/v1/opportunities')
			.query({ limit: asked })
			.reply(200, { data: [{ id: 'opportunity-1' }], hasNext: false });
		expect((await listedWith(limit)).json).toEqual([{ id: 'opportunity-1' }]);
	});

	it.each([0, -1, 2.5, 'many', '', null, true])(
		'that is %p is refused before anything is asked',
		async (limit) => {
			const { error } = await listedWith(limit);
			expect(error?.message).toContain('The limit must be a whole number of at least 1');
			expect(error?.context?.itemIndex).toBe(0);
			expect(nock.isDone()).toBe(true);
		},
	);

	it('is none when all are wanted', async () => {
		const { value } = await inNode(
			async (context) =>
				await Promise.resolve(
					getLimit(
						Object.assign(Object.create(context) as typeof context, {
							getNodeParameter: () => true,
						}),
						0,
					),
				),
		);
		expect(value).toBe(Infinity);
	});
});
