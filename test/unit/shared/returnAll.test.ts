import nock from 'nock';

import { getLimit } from '../../../nodes/shared/node/returnAll';
import { expectEverythingAsked, leverApi, runLever } from '../Lever/runLever';
import { inNode } from '../inNode';

afterEach(expectEverythingAsked);

/** Runs a list of the Lever node with a limit that an expression returns. */
async function listedWith(limit: unknown) {
	return await runLever(
		{ resource: 'opportunity', operation: 'getMany', limit: '={{ $json.limit }}' },
		{ items: [{ json: { limit: limit as string } }] },
	);
}

describe('getLimit', () => {
	it.each([
		[2, '2'],
		['2', '2'],
	])('accepts %p', async (limit, asked) => {
		leverApi()
			.get('/v1/opportunities')
			.query({ limit: asked })
			.reply(200, { data: [{ id: 'opportunity-1' }], hasNext: false });
		expect((await listedWith(limit)).json).toEqual([{ id: 'opportunity-1' }]);
	});

	it.each([0, -1, 2.5, 'many', '', null, true])(
		'rejects %p before anything is sent',
		async (limit) => {
			const { error } = await listedWith(limit);
			expect(error?.message).toContain('The limit must be a whole number of at least 1');
			expect(error?.context?.itemIndex).toBe(0);
			expect(nock.isDone()).toBe(true);
		},
	);

	it('returns Infinity for Return All', async () => {
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
