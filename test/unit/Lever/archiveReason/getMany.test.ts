import { expectEverythingAsked, leverApi, runLever } from '../runLever';

const getMany = { resource: 'archiveReason', operation: 'getMany' };
const TIMING = { id: 'reason-1', text: 'Timing', status: 'active', type: 'non-hired' };
const HIRED = { id: 'reason-2', text: 'Hired', status: 'active', type: 'hired' };

afterEach(expectEverythingAsked);

it('returns one item per archive reason', async () => {
	leverApi()
		.get('/v1/archive_reasons?limit=50')
		.reply(200, { data: [TIMING, HIRED], hasNext: false });
	expect((await runLever(getMany)).outputs[0]).toMatchObject([
		{ json: TIMING, pairedItem: { item: 0 } },
		{ json: HIRED, pairedItem: { item: 0 } },
	]);
});

it.each([
	['a list', { data: [HIRED], hasNext: false }],
	['a single object', { data: HIRED }],
])('returns the reason that means hired when Lever answers with %s', async (_shape, answer) => {
	leverApi().get('/v1/archive_reasons?type=hired&limit=100').reply(200, answer);
	expect((await runLever({ ...getMany, type: 'hired', returnAll: true })).json).toEqual([HIRED]);
});

it('reports that the key lacks the permission', async () => {
	leverApi().get('/v1/archive_reasons?limit=50').reply(403, { code: 'Forbidden', message: 'no' });
	const { error } = await runLever(getMany);
	expect(error).toMatchObject({
		message: 'Lever refused to list the archive reasons: no',
		httpCode: '403',
	});
});
