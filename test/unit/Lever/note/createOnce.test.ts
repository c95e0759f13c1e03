import nock from 'nock';

import { runNode, type NodeResult } from '../../runNode';
import { byId, credentials, expectEveryRequest, lever } from '../opportunity/lever';

expectEveryRequest();

const write = async (
	opportunityId: string,
	text: string,
	options: Record<string, string | boolean>,
): Promise<NodeResult> =>
	await runNode({
		node: 'lever',
		parameters: {
			resource: 'note',
			operation: 'create',
			opportunityId: byId(opportunityId),
			text,
			options,
		},
		credentials: credentials(),
	});

/** A profile that keeps its notes and counts how often they are read. */
function profile(id: string): { notes: string[]; reads: () => number } {
	const notes: string[] = [];
	let reads = 0;
	lever()
		.get(`/v1/opportunities/${id}/notes?limit=100`)
		.optionally()
		.times(5)
		.reply(200, () => {
			reads += 1;
			return {
				data: notes.map((value, index) => ({ id: `n${index.toString()}`, fields: [{ value }] })),
			};
		});
	lever()
		.post(`/v1/opportunities/${id}/notes`)
		.optionally()
		.times(5)
		.delay(50)
		.reply(201, (_uri, body) => {
			notes.push((body as { value: string }).value);
			return { data: { id: `n${(notes.length - 1).toString()}` } };
		});
	return { notes, reads: () => reads };
}

describe('creating a note once', () => {
	afterEach(() => {
		nock.cleanAll();
	});

	it('creates one note in concurrent executions', async () => {
		const { notes } = profile('once-1');
		const results = await Promise.all(
			[1, 2].map(async () => await write('once-1', 'Result a1', { skipIfNoteContains: 'a1' })),
		);
		expect(notes).toEqual(['Result a1']);
		expect(results.map(({ json }) => json[0]?.created).sort()).toEqual([false, true]);
	});

	it('saves a request with Skip Lookup, and creates one note when a concurrent execution was faster', async () => {
		const { notes, reads } = profile('once-2');
		const [invited, before] = await Promise.all([
			write('once-2', 'Invited (application a2)', { skipIfNoteContains: 'a2', skipLookup: true }),
			write('once-2', 'Was invited before (application a2)', { skipIfNoteContains: 'a2' }),
		]);
		expect(notes).toHaveLength(1);
		expect([invited.json[0]?.created, before.json[0]?.created].sort()).toEqual([false, true]);
		expect(reads()).toBeLessThanOrEqual(2);
	});

	it('looks for a second note within ten minutes in spite of Skip Lookup', async () => {
		const { notes, reads } = profile('once-3');
		for (const created of [true, false]) {
			const { json } = await write('once-3', 'Invited (application a3)', {
				skipIfNoteContains: 'a3',
				skipLookup: true,
			});
			expect(json).toEqual([
				expect.objectContaining({ id: 'n0', opportunityId: 'once-3', created }),
			]);
		}
		expect([notes.length, reads()]).toEqual([1, 1]);
	});

	it('looks for a note that may have been created in spite of Skip Lookup', async () => {
		const invited = 'Invited (application a5)';
		lever()
			.post('/v1/opportunities/once-5/notes')
			.reply(500, { code: 'InternalServerError', message: 'oops' });
		lever()
			.get('/v1/opportunities/once-5/notes?limit=100')
			.reply(403, { code: 'Forbidden', message: 'not now' });
		const failed = await write('once-5', invited, { skipIfNoteContains: 'a5', skipLookup: true });
		expect(failed.error?.message).toContain('create a note on the opportunity once-5');

		const { notes } = profile('once-5');
		notes.push(invited);
		const again = await write('once-5', invited, { skipIfNoteContains: 'a5', skipLookup: true });
		expect(again.json).toMatchObject([{ id: 'n0', created: false }]);
		expect(notes).toEqual([invited]);
	});

	it('creates a note without a marker again', async () => {
		const { notes } = profile('once-4');
		await write('once-4', 'Hello', {});
		await write('once-4', 'Hello', {});
		expect(notes).toEqual(['Hello', 'Hello']);
	});
});
